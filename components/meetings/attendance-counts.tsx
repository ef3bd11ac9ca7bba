import { useTranslations } from "next-intl";
import { ATTENDANCE_LOOKS, ATTENDANCE_ORDER } from "@/components/meetings/attendance-looks";
import { CountsBar } from "@/components/meetings/counts-bar";
import { cn } from "@/components/ui/cn";
import type { AttendanceCounts as Counts } from "@/server/domain/meetings/schema";

type Part = (typeof ATTENDANCE_ORDER)[number];
type AttendanceCountsProps = {
  counts: Counts;
  chosen: Part | null;
  /** Shows only those who said so; null shows all. */
  onChoose: (part: Part | null) => void;
};

/** The answers of a meeting as a bar with a legend, whose parts lead to who said so. */
export function AttendanceCounts({ counts, chosen, onChoose }: AttendanceCountsProps) {
  const t = useTranslations("Meetings");
  return (
    <section aria-label={t("attendance")} className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold tracking-tight">{t("attendance")}</h2>
        <p role="status" className="text-sm text-muted-foreground tabular-nums">
          {t("answeredOf", { answered: counts.total - counts.unanswered, total: counts.total })}
        </p>
      </div>
      <CountsBar counts={counts} className="h-2.5" />
      <ul className="-mx-2 flex flex-wrap gap-x-1 gap-y-1">
        {ATTENDANCE_ORDER.map((part) => (
          <li key={part}>
            <button
              type="button"
              aria-pressed={chosen === part}
              className={cn(
                "inline-flex min-h-8 items-center gap-2 rounded-lg px-2 text-sm transition-colors hover:bg-muted max-sm:min-h-10",
                chosen === part && "bg-muted font-medium",
              )}
              onClick={() => onChoose(chosen === part ? null : part)}
            >
              <span
                aria-hidden
                className="size-2.5 rounded-[3px]"
                style={{ background: ATTENDANCE_LOOKS[part] }}
              />
              <span className={counts[part] === 0 ? "text-muted-foreground" : undefined}>
                {t(`answer.${part}`)}
              </span>
              <span className="text-muted-foreground tabular-nums">{counts[part]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
