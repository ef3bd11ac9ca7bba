import { MapPin, Repeat } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CountsBar } from "@/components/meetings/counts-bar";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { MeetingSummary } from "@/server/domain/meetings/schema";

type MeetingRowProps = { meeting: MeetingSummary; withDay: boolean };

/** One meeting of a list: when, what about, where, and how many have answered. */
export function MeetingRow({ meeting, withDay }: MeetingRowProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const { id, topic, startsAt, timeZone, place, state, repeats, counts } = meeting;
  const reader = words.readerTime(meeting);
  const isPlanned = state === "planned";
  return (
    <Link
      href={`/meetings/${id}`}
      className="flex items-center gap-4 px-4 py-3.5 transition-colors -outline-offset-2 hover:bg-muted/60 sm:px-5"
    >
      <span className="w-24 shrink-0 text-sm tabular-nums sm:w-36">
        {withDay && (
          <span className="block font-medium first-letter:uppercase">
            {words.shortDay(startsAt, timeZone)}
          </span>
        )}
        <span className={withDay ? "text-muted-foreground" : "font-medium"}>{words.span(meeting)}</span>
        {reader && (
          <span
            className="block truncate text-xs text-muted-foreground"
            title={words.zone(timeZone, startsAt)}
          >
            {t("yourTime", { time: reader })}
          </span>
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span
            dir="auto"
            title={topic}
            className={cn(
              "truncate font-medium max-sm:line-clamp-2 max-sm:[overflow-wrap:anywhere] max-sm:whitespace-normal",
              !isPlanned && "text-muted-foreground line-through",
            )}
          >
            {topic}
          </span>
          {repeats && (
            <Repeat aria-label={t("repeats")} className="size-3.5 shrink-0 text-muted-foreground" />
          )}
          {!isPlanned && <Badge>{t(`state.${state}`)}</Badge>}
        </span>
        <span className="mt-0.5 flex min-w-0 items-center gap-3 text-sm text-muted-foreground">
          {place && (
            <span className="flex min-w-0 items-center gap-1.5">
              <MapPin aria-hidden className="size-3.5 shrink-0" />
              <span dir="auto" className="truncate" title={place}>
                {place}
              </span>
            </span>
          )}
          <span className="shrink-0 tabular-nums sm:hidden">
            {counts.total > 0 && `${counts.total - counts.unanswered}/${counts.total}`}
          </span>
        </span>
      </span>
      <span className="w-40 shrink-0 text-right max-sm:hidden">
        {counts.total > 0 ? (
          <>
            <CountsBar counts={counts} />
            <span aria-hidden className="mt-1.5 block text-xs text-muted-foreground tabular-nums">
              {t("answeredOf", { answered: counts.total - counts.unanswered, total: counts.total })}
            </span>
          </>
        ) : (
          <span className="text-xs text-muted-foreground">{t("nobodyInvited")}</span>
        )}
      </span>
    </Link>
  );
}
