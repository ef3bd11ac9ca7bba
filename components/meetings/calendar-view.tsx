"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, LocateFixed } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { MeetingsFailed } from "@/components/meetings/meetings-failed";
import { MonthAgenda } from "@/components/meetings/month-agenda";
import { MonthGrid } from "@/components/meetings/month-grid";
import { addDays, addMonths, monthWeeks } from "@/components/meetings/month-weeks";
import { NoMeetings } from "@/components/meetings/no-meetings";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { wallClock } from "@/components/meetings/wall-clock";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import type { MeetingSummary } from "@/server/domain/meetings/schema";

type CalendarViewProps = {
  month: string;
  today: string;
  mayManage: boolean;
  onMonth: (month: string) => void;
  onNew: (day: string) => void;
  /** The switch between the views. */
  children: ReactNode;
};

/** Meetings by the day they are on in their own zone. */
function byDay(meetings: MeetingSummary[]): Map<string, MeetingSummary[]> {
  const days = new Map<string, MeetingSummary[]>();
  for (const meeting of meetings) {
    const { day } = wallClock(new Date(meeting.startsAt), meeting.timeZone);
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return days;
}

/** One month of meetings: a grid, and on a phone a small grid over an agenda. */
export function CalendarView({ month, today, mayManage, onMonth, onNew, children }: CalendarViewProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const words = useMeetingWords();
  const agenda = useRef<HTMLDivElement>(null);
  const days = monthWeeks(month).flat();
  const [first, last] = [days[0] ?? `${month}-01`, days.at(-1) ?? `${month}-28`];
  const list = useQuery({
    ...trpc.meetings.list.queryOptions({
      // A day begins up to half a day before and after UTC's.
      from: `${addDays(first, -1)}T00:00:00Z`,
      to: `${addDays(last, 2)}T00:00:00Z`,
    }),
    placeholderData: keepPreviousData,
  });
  const meetings = byDay(list.data ?? []);
  // Until another month has come, the former one stands in for it and says nothing of it.
  const isBusy = list.isPending || list.isPlaceholderData;
  const isEmpty = !isBusy && !days.some((day) => meetings.has(day));
  const chooseDay = (day: string) => {
    const section = agenda.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
    // On a phone the agenda below shows the day; elsewhere it is hidden.
    if (section && section.offsetParent !== null) section.scrollIntoView({ block: "start" });
    else if (mayManage && day >= today) onNew(day);
  };
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3 sm:gap-x-3">
        <h2
          aria-live="polite"
          className="min-w-24 flex-1 text-lg leading-tight font-semibold tracking-tight first-letter:uppercase"
        >
          {words.month(month)}
        </h2>
        <div className="flex items-center gap-1">
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("earlierMonth")}
            onClick={() => onMonth(addMonths(month, -1))}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            variant="outline"
            size="small"
            // A phone has no room for what cannot be pressed.
            className="max-sm:size-10 max-sm:px-0 max-sm:disabled:hidden"
            disabled={month === today.slice(0, 7)}
            onClick={() => onMonth(today.slice(0, 7))}
          >
            <LocateFixed aria-hidden className="sm:hidden" />
            <span className="max-sm:sr-only">{t("today")}</span>
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("laterMonth")}
            onClick={() => onMonth(addMonths(month, 1))}
          >
            <ChevronRight aria-hidden />
          </Button>
        </div>
        {children}
      </div>
      {list.isError && !list.data ? (
        <MeetingsFailed onRetry={() => void list.refetch()} />
      ) : (
        <>
          <MonthGrid
            month={month}
            today={today}
            meetings={meetings}
            busy={isBusy}
            mayManage={mayManage}
            onMonth={onMonth}
            onDay={chooseDay}
          />
          {isEmpty ? (
            <NoMeetings kind="month" onNew={mayManage ? () => onNew("") : null} />
          ) : (
            <div ref={agenda} className="sm:hidden">
              <MonthAgenda month={month} today={today} meetings={meetings} busy={isBusy} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
