"use client";

import { MeetingRow } from "@/components/meetings/meeting-row";
import { monthWeeks } from "@/components/meetings/month-weeks";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import type { MeetingSummary } from "@/server/domain/meetings/schema";

type MonthAgendaProps = {
  month: string;
  today: string;
  meetings: Map<string, MeetingSummary[]>;
  busy: boolean;
};

/** The days of a month that have meetings, one below another. */
export function MonthAgenda({ month, today, meetings, busy }: MonthAgendaProps) {
  const words = useMeetingWords();
  if (busy)
    return (
      <div className="space-y-2">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </div>
    );
  const days = monthWeeks(month)
    .flat()
    .filter((day) => meetings.has(day));
  return (
    <div className="space-y-6">
      {days.map((day) => (
        <section key={day} data-day={day} className="scroll-mt-20">
          <h3
            className={cn(
              "mb-2 text-sm font-medium first-letter:uppercase",
              day === today ? "text-primary" : "text-muted-foreground",
            )}
          >
            {words.day(`${day}T00:00:00Z`, "UTC")}
          </h3>
          <ul className="divide-y divide-border overflow-hidden rounded-2xl border border-border bg-card shadow-soft">
            {meetings.get(day)?.map((meeting) => (
              <li key={meeting.id}>
                <MeetingRow meeting={meeting} withDay={false} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
