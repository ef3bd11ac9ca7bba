import { useTranslations } from "next-intl";
import { DecideButtons } from "@/components/approvals/decide-buttons";
import { useDecide } from "@/components/approvals/use-decide";
import { Button } from "@/components/ui/button";

type BulkBarProps = {
  /** What is chosen, as it reads, by its number. */
  texts: Map<number, string>;
  onClear: () => void;
};

/** What can be done with the chosen proposals; it stays in sight. */
export function BulkBar({ texts, onClear }: BulkBarProps) {
  const t = useTranslations("Approvals");
  const decide = useDecide();
  const count = texts.size;
  return (
    <div className="sticky bottom-[calc(var(--shell-bottom,0px)+0.75rem)] z-20 mt-4 flex flex-wrap items-center gap-3 rounded-2xl border border-border bg-popover px-4 py-3 shadow-lifted">
      <p className="mr-auto text-sm font-medium tabular-nums">{t("selected", { count })}</p>
      <Button variant="ghost" size="small" onClick={onClear}>
        {t("clear")}
      </Button>
      <div className="flex min-w-0 flex-wrap gap-2 max-sm:w-full">
        <DecideButtons
          approveLabel={t("approveAll", { count })}
          rejectLabel={t("rejectAll", { count })}
          busy={decide.isPending}
          onDecide={(verdict, reason) =>
            decide.mutate(
              { what: { approvalIds: [...texts.keys()] }, verdict, reason, texts: Object.fromEntries(texts) },
              { onSuccess: onClear },
            )
          }
        />
      </div>
    </div>
  );
}
