"use client";

import { Plus } from "lucide-react";
import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { DayMeetings } from "@/components/meetings/day-meetings";
import { addDays, addMonths, monthWeeks } from "@/components/meetings/month-weeks";
import { cn } from "@/components/ui/cn";
import type { MeetingSummary } from "@/server/domain/meetings/schema";

type MonthGridProps = {
  month: string;
  today: string;
  meetings: Map<string, MeetingSummary[]>;
  busy: boolean;
  mayManage: boolean;
  onMonth: (month: string) => void;
  onDay: (day: string) => void;
};

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where a key leads from a day; undefined for any other key. */
function dayAfter(key: string, day: string): string | undefined {
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (key === "Home") return addDays(day, -weekday);
  if (key === "End") return addDays(day, 6 - weekday);
  if (key !== "PageUp" && key !== "PageDown") return undefined;
  const month = addMonths(day.slice(0, 7), key === "PageUp" ? -1 : 1);
  const days = monthWeeks(month)
    .flat()
    .filter((one) => one.startsWith(month));
  return days.find((one) => one.slice(8) === day.slice(8)) ?? days.at(-1);
}

/** The days of a month in weeks; the arrow keys lead from day to day, Tab through the meetings. */
export function MonthGrid({ month, today, meetings, busy, mayManage, onMonth, onDay }: MonthGridProps) {
  const t = useTranslations("Meetings");
  const format = useFormatter();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(today);
  // A key led into another month: its day takes the focus once it stands there.
  const wanted = useRef<string | null>(null);
  const weeks = monthWeeks(month);
  const reachable = weeks.flat().includes(active) ? active : `${month}-01`;
  const focus = (day: string) =>
    table.current?.querySelector<HTMLElement>(`button[data-date="${day}"]`)?.focus();
  useEffect(() => {
    if (!wanted.current?.startsWith(month)) return;
    focus(wanted.current);
    wanted.current = null;
  });
  const name = (day: string, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: "UTC", ...options });
  const move = (event: KeyboardEvent, day: string) => {
    const next = dayAfter(event.key, day);
    if (!next) return;
    event.preventDefault();
    setActive(next);
    if (next.startsWith(month)) return focus(next);
    wanted.current = next;
    onMonth(next.slice(0, 7));
  };
  return (
    <div className="overflow-hidden rounded-2xl border border-border bg-card shadow-soft">
      <table
        ref={table}
        aria-busy={busy}
        aria-label={name(`${month}-01`, { month: "long", year: "numeric" })}
        className="w-full table-fixed border-collapse"
      >
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th
                key={day}
                scope="col"
                abbr={name(day, { weekday: "long" })}
                className="border-b border-border py-2 text-center text-xs font-medium text-muted-foreground sm:px-2.5 sm:text-left"
              >
                {name(day, { weekday: "short" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cn(busy && "animate-pulse")}>
          {weeks.map((week) => (
            <tr key={week[0]} className="divide-x divide-border not-last:border-b not-last:border-border">
              {week.map((day) => {
                const here = meetings.get(day) ?? [];
                const isOther = !day.startsWith(month);
                return (
                  <td
                    key={day}
                    className={cn("group/day relative h-12 p-0 align-top sm:h-30", isOther && "bg-muted/45")}
                  >
                    <div className="flex items-center justify-between max-sm:h-full">
                      <button
                        type="button"
                        data-date={day}
                        tabIndex={day === reachable ? 0 : -1}
                        aria-current={day === today ? "date" : undefined}
                        aria-label={t("dayLabel", {
                          day: name(day, { weekday: "long", day: "numeric", month: "long" }),
                          count: here.length,
                        })}
                        title={mayManage && day >= today ? t("newOn") : undefined}
                        className="flex items-center rounded-lg -outline-offset-2 max-sm:size-full max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 sm:p-1.5"
                        onFocus={() => setActive(day)}
                        onKeyDown={(event) => move(event, day)}
                        onClick={() => onDay(day)}
                      >
                        <span
                          className={cn(
                            "grid size-6 place-items-center rounded-full text-xs tabular-nums sm:text-[13px]",
                            isOther && "text-muted-foreground",
                            day === today && "bg-primary font-semibold text-primary-foreground",
                          )}
                        >
                          {Number(day.slice(8))}
                        </span>
                        <span aria-hidden className="flex h-1 gap-0.5 sm:hidden">
                          {here.slice(0, 3).map((meeting) => (
                            <span
                              key={meeting.id}
                              className={cn(
                                "size-1 rounded-full",
                                meeting.state === "planned" ? "bg-primary" : "bg-muted-foreground/60",
                              )}
                            />
                          ))}
                        </span>
                      </button>
                      {mayManage && day >= today && (
                        <Plus
                          aria-hidden
                          className="pointer-events-none mr-2 hidden size-3.5 text-muted-foreground opacity-0 transition-opacity group-hover/day:opacity-100 group-focus-within/day:opacity-100 sm:block"
                        />
                      )}
                    </div>
                    <DayMeetings
                      day={name(day, { weekday: "long", day: "numeric", month: "long" })}
                      meetings={here}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
