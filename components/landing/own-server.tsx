import { useTranslations } from "next-intl";

/** One command in a terminal, and what it brings. */
export function OwnServer() {
  const t = useTranslations("Landing");
  return (
    <section
      aria-labelledby="own"
      className="grid items-center gap-10 border-t border-border py-16 sm:py-20 lg:grid-cols-[1fr_1.1fr] lg:gap-16"
    >
      <div>
        <h2 id="own" className="text-3xl font-semibold tracking-[-0.02em] text-balance">
          {t("ownTitle")}
        </h2>
        <p className="mt-4 leading-relaxed text-pretty text-muted-foreground">{t("ownText")}</p>
      </div>
      {/* A terminal is dark in both themes. */}
      <figure className="overflow-x-auto rounded-2xl bg-[oklch(0.21_0.012_265)] p-5 font-mono text-sm leading-7 text-[oklch(0.93_0.005_265)] shadow-lifted sm:p-6">
        <p className="text-[oklch(0.72_0.012_265)]">{t("ownComment")}</p>
        <p>
          <span aria-hidden className="text-[oklch(0.77_0.12_178)]">
            ${" "}
          </span>
          npm start
        </p>
        <p className="mt-3 text-[oklch(0.8_0.13_155)]">✓ {t("ownReady")}</p>
        <p>{t("ownLogin")}</p>
      </figure>
    </section>
  );
}
