import { useTranslations } from "next-intl";

const rows = ["a", "b", "c", "d", "e"] as const;

/** The product beside the two usual ways, by kind and not by brand. */
export function Comparison() {
  const t = useTranslations("Landing");
  return (
    <section aria-labelledby="compare" className="border-t border-border py-16 sm:py-20">
      <h2 id="compare" className="text-3xl font-semibold tracking-[-0.02em] text-balance">
        {t("compareTitle")}
      </h2>
      <p className="mt-3 text-muted-foreground">{t("compareNote")}</p>
      <table className="mt-8 w-full border-collapse text-left text-[15px] max-md:block">
        <thead className="max-md:sr-only">
          <tr className="border-b border-border text-sm">
            <th scope="col" className="py-3 pr-4 font-medium text-muted-foreground">
              {t("compare.what")}
            </th>
            <th scope="col" className="px-4 py-3 font-medium text-muted-foreground">
              {t("compare.bot")}
            </th>
            <th scope="col" className="px-4 py-3 font-medium text-muted-foreground">
              {t("compare.group")}
            </th>
            <th scope="col" className="px-4 py-3 font-semibold text-accent-foreground">
              {t("compare.ours")}
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <tr key={row} className="border-b border-border max-md:block max-md:py-5 md:align-top">
              <th scope="row" className="py-4 pr-4 font-medium max-md:block max-md:py-0 max-md:pb-2">
                {t(`compare.rows.${row}.what`)}
              </th>
              <Cell kind={t("compare.bot")}>{t(`compare.rows.${row}.bot`)}</Cell>
              <Cell kind={t("compare.group")}>{t(`compare.rows.${row}.group`)}</Cell>
              <Cell ours kind={t("compare.ours")}>
                {t(`compare.rows.${row}.ours`)}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** On a phone each cell carries its column's name, as the columns become lines. */
function Cell({ kind, ours, children }: { kind: string; ours?: boolean; children: string }) {
  return (
    <td
      className={`px-4 py-4 max-md:flex max-md:gap-4 max-md:px-0 max-md:py-1.5 max-md:text-sm ${ours ? "bg-accent/60 font-medium text-accent-foreground max-md:rounded-lg max-md:px-3" : "text-muted-foreground"}`}
    >
      <span aria-hidden className="w-2/5 shrink-0 md:hidden">
        {kind}
      </span>
      <span>{children}</span>
    </td>
  );
}
