"use client";

import { Repeat } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { MeetingSummary } from "@/server/domain/meetings/schema";

const mostShown = 3;

type DayMeetingsProps = { day: string; meetings: MeetingSummary[] };

/** A day's meetings within the month's grid; those that find no room stand behind a button. */
export function DayMeetings({ day, meetings }: DayMeetingsProps) {
  const t = useTranslations("Meetings");
  // A button takes as much room as a meeting.
  const shown = meetings.length > mostShown ? meetings.slice(0, mostShown - 1) : meetings;
  const more = meetings.length - shown.length;
  if (meetings.length === 0) return null;
  return (
    <ul className="space-y-0.5 px-1 pb-1 max-sm:hidden">
      {shown.map((meeting) => (
        <li key={meeting.id}>
          <MeetingPill meeting={meeting} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Popover>
            <PopoverTrigger className="w-full rounded-md px-1.5 py-0.5 text-left text-xs font-medium text-muted-foreground hover:bg-muted hover:text-foreground">
              {t("moreMeetings", { count: more })}
            </PopoverTrigger>
            <PopoverContent aria-label={day} className="w-72 p-3">
              <p className="mb-2 px-1 text-sm font-medium first-letter:uppercase">{day}</p>
              <ul className="space-y-0.5">
                {meetings.map((meeting) => (
                  <li key={meeting.id}>
                    <MeetingPill meeting={meeting} />
                  </li>
                ))}
              </ul>
            </PopoverContent>
          </Popover>
        </li>
      )}
    </ul>
  );
}

function MeetingPill({ meeting }: { meeting: MeetingSummary }) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const { id, topic, startsAt, timeZone, state, repeats } = meeting;
  const isPlanned = state === "planned";
  const reader = words.readerTime(meeting);
  return (
    <Link
      href={`/meetings/${id}`}
      title={[
        topic,
        `${words.span(meeting)} (${words.zone(timeZone, startsAt)})`,
        reader && t("yourTime", { time: reader }),
        !isPlanned && t(`state.${state}`),
      ]
        .filter(Boolean)
        .join("\n")}
      className={cn(
        "flex items-center gap-1.5 rounded-md px-1.5 py-0.5 text-xs leading-5 transition-colors -outline-offset-1",
        isPlanned
          ? "bg-accent text-accent-foreground hover:brightness-97 dark:hover:brightness-115"
          : "text-muted-foreground hover:bg-muted",
      )}
    >
      <span className={cn("shrink-0 tabular-nums", isPlanned && "font-medium")}>
        {words.time(startsAt, timeZone)}
      </span>
      <span dir="auto" className={cn("truncate", !isPlanned && "line-through")}>
        {topic}
      </span>
      {!isPlanned && <span className="sr-only">{t(`state.${state}`)}</span>}
      {repeats && isPlanned && (
        <Repeat aria-label={t("repeats")} className="ml-auto size-3 shrink-0 opacity-70" />
      )}
    </Link>
  );
}
