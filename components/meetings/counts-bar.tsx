import { useTranslations } from "next-intl";
import { ATTENDANCE_LOOKS, ATTENDANCE_ORDER } from "@/components/meetings/attendance-looks";
import { cn } from "@/components/ui/cn";
import type { AttendanceCounts } from "@/server/domain/meetings/schema";

type CountsBarProps = { counts: AttendanceCounts; className?: string };

/** Who said what as parts of one bar; its figures stand in words beside it. */
export function CountsBar({ counts, className }: CountsBarProps) {
  const t = useTranslations("Meetings");
  return (
    <span
      role="img"
      aria-label={t("answeredOf", { answered: counts.total - counts.unanswered, total: counts.total })}
      className={cn("flex h-2 w-full gap-px overflow-hidden rounded-full bg-muted", className)}
    >
      {ATTENDANCE_ORDER.filter((answer) => counts[answer] > 0).map((answer) => (
        <span
          key={answer}
          className="min-w-1 transition-[flex-grow] duration-300"
          style={{ flexGrow: counts[answer], background: ATTENDANCE_LOOKS[answer] }}
        />
      ))}
    </span>
  );
}
