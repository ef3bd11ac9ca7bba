import { useTranslations } from "next-intl";
import type { BadLine } from "@/server/domain/meetings/schema";

/** What scrolls must be reachable by the keyboard. */
const byKeyboard = { tabIndex: 0 };

type BadLinesProps = {
  bad: BadLine[];
  /** Leads to the line in the text that holds it. */
  onChoose?: (line: number) => void;
};

/** Lines that could not be taken, each with its number, its text and the reason. */
export function BadLines({ bad, onChoose }: BadLinesProps) {
  const t = useTranslations("Meetings");
  return (
    <section aria-label={t("badLines")} className="space-y-1.5">
      <p role="alert" className="text-sm font-medium text-destructive">
        {t("badCount", { count: bad.length })}
      </p>
      <ul
        {...byKeyboard}
        className="max-h-56 divide-y divide-border overflow-y-auto rounded-xl border border-border text-sm"
      >
        {bad.map(({ line, text, reason }) => (
          <li key={line} className="flex gap-3 px-3.5 py-2">
            {onChoose ? (
              <button
                type="button"
                className="w-24 shrink-0 text-left text-primary tabular-nums underline underline-offset-3"
                onClick={() => onChoose(line)}
              >
                {t("line", { line })}
              </button>
            ) : (
              <span className="w-24 shrink-0 text-muted-foreground tabular-nums">{t("line", { line })}</span>
            )}
            <span className="min-w-0">
              {t(`badLine.${reason}`)}
              <span dir="auto" className="block truncate text-xs text-muted-foreground" title={text}>
                {text}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
