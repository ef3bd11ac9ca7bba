"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { MeetingRow } from "@/components/meetings/meeting-row";
import { MeetingsFailed } from "@/components/meetings/meetings-failed";
import { NoMeetings } from "@/components/meetings/no-meetings";
import { Segments } from "@/components/meetings/segments";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { wallClock } from "@/components/meetings/wall-clock";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";
import type { MeetingSummary } from "@/server/domain/meetings/schema";

type ListViewProps = {
  past: boolean;
  search: string;
  mayManage: boolean;
  onPast: (past: boolean) => void;
  onSearch: (words: string) => void;
  onNew: () => void;
  /** The switch between the views. */
  children: ReactNode;
};

const dayMs = 86_400_000;
/** How far back the past is shown at first, and with each wish for more; a search goes through all of it. */
const firstDays = 90;
const moreDays = 365;
const everDays = 3650;

function endOf({ startsAt, durationMinutes }: MeetingSummary): number {
  return Date.parse(startsAt) + durationMinutes * 60_000;
}

/** Meetings by month: those to come, or the past ones from the latest on. */
export function ListView({ past, search, mayManage, onPast, onSearch, onNew, children }: ListViewProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const words = useMeetingWords();
  // A moment that changed with each drawing would be another question each time.
  const [now] = useState(() => Date.now());
  const [days, setDays] = useState(firstDays);
  const list = useQuery({
    ...trpc.meetings.list.queryOptions({
      ...(search && { search }),
      ...(past && {
        from: new Date(now - (search ? everDays : days) * dayMs).toISOString(),
        to: new Date(now).toISOString(),
      }),
    }),
    placeholderData: keepPreviousData,
  });
  const found = list.data ?? [];
  const meetings = past ? found.filter((meeting) => endOf(meeting) <= now).toReversed() : found;
  const months = Map.groupBy(meetings, ({ startsAt, timeZone }) =>
    wallClock(new Date(startsAt), timeZone).day.slice(0, 7),
  );
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-3">
        <Segments
          label={t("when")}
          options={[
            { value: "coming", name: t("coming") },
            { value: "past", name: t("past") },
          ]}
          value={past ? "past" : "coming"}
          onChoose={(value) => onPast(value === "past")}
        />
        <div className="flex min-w-48 flex-1 max-sm:order-last max-sm:w-full max-sm:flex-none sm:max-w-72">
          <SearchField
            value={search}
            onSearch={onSearch}
            label={t("search")}
            placeholder={t("search")}
            clearLabel={t("clearSearch")}
            maxLength={200}
          />
        </div>
        <div className="ml-auto">{children}</div>
      </div>
      {list.isError && !list.data ? (
        <MeetingsFailed onRetry={() => void list.refetch()} />
      ) : list.isPending || (list.isPlaceholderData && meetings.length === 0) ? (
        <div aria-busy className="space-y-2">
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-16" />
          ))}
        </div>
      ) : meetings.length === 0 ? (
        <NoMeetings kind={search ? "search" : past ? "past" : "coming"} onNew={mayManage ? onNew : null} />
      ) : (
        [...months].map(([month, inMonth]) => (
          <section key={month} aria-label={words.month(month)} className="space-y-2">
            <h2 className="text-sm font-medium text-muted-foreground first-letter:uppercase">
              {words.month(month)}
            </h2>
            <ul className="divide-y divide-border overflow-hidden rounded-2xl border border-border bg-card shadow-soft">
              {inMonth.map((meeting) => (
                <li key={meeting.id}>
                  <MeetingRow meeting={meeting} withDay />
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      {past && !search && list.data && days < everDays && (
        <div className="text-center">
          <Button variant="outline" size="small" onClick={() => setDays(Math.min(days + moreDays, everDays))}>
            {t("earlier")}
          </Button>
        </div>
      )}
    </div>
  );
}
