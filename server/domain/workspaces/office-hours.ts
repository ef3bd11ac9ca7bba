import { type SupportSettings, WEEKDAYS } from "@/server/domain/workspaces/schema";
import { wallClock, zonedMoment } from "@/server/domain/workspaces/zoned-moment";

type OfficeHours = SupportSettings["officeHours"];
type Period = { start: number; end: number };

/** Whether people are there, since when and until when; null where that is more than a week away or for ever. */
export type OfficeState = { open: boolean; since: Date | null; until: Date | null };

const dayMs = 24 * 3600_000;
/** Looking so far sees every weekday, an interval over midnight and both sides of a clock change. */
const reachDays = 9;
/** Office time is not sought further back than this. */
const longestBackDays = 400;

/** Whether people are there at a moment, and when that changes. */
export function officeState(hours: OfficeHours, timeZone: string, at: Date): OfficeState {
  if (hours.alwaysOpen) return { open: true, since: null, until: null };
  const now = at.getTime();
  const today = dayOf(timeZone, now);
  const periods = periodsOf(hours, timeZone, today - reachDays, today + reachDays);
  const edge = { first: now - (reachDays - 1) * dayMs, last: now + (reachDays - 1) * dayMs };
  const moment = (ms: number | undefined) =>
    ms === undefined || ms < edge.first || ms > edge.last ? null : new Date(ms);
  const current = periods.find(({ start, end }) => start <= now && now < end);
  if (current) return { open: true, since: moment(current.start), until: moment(current.end) };
  return {
    open: false,
    since: moment(periods.findLast(({ end }) => end <= now)?.end),
    until: moment(periods.find(({ start }) => start > now)?.start),
  };
}

/** Whether people are there at a moment. */
export function isOpen(hours: OfficeHours, timeZone: string, at: Date): boolean {
  return officeState(hours, timeZone, at).open;
}

/** When people are there again; null while they are there, or when there are no hours at all. */
export function nextOpening(hours: OfficeHours, timeZone: string, at: Date): Date | null {
  const state = officeState(hours, timeZone, at);
  return state.open ? null : state.until;
}

/** The moment from which to `at` so many minutes of office time have passed; null if that is over a year ago. */
export function officeTimeBack(hours: OfficeHours, timeZone: string, at: Date, minutes: number): Date | null {
  let left = minutes * 60_000;
  if (hours.alwaysOpen) return new Date(at.getTime() - left);
  const today = dayOf(timeZone, at.getTime());
  // A stretch's periods may overlap those of the day before it, so nothing is counted beyond what was counted already.
  let limit = at.getTime();
  for (let day = today + 1; day > today - longestBackDays; day -= 1) {
    for (const { start, end } of periodsOf(hours, timeZone, day, day).reverse()) {
      const worked = Math.min(end, limit) - start;
      if (worked <= 0) continue;
      if (worked >= left) return new Date(Math.min(end, limit) - left);
      left -= worked;
      limit = start;
    }
  }
  return null;
}

/** Number of a moment's local day, counted from 1970. */
function dayOf(timeZone: string, at: number): number {
  return Math.floor(wallClock(timeZone, at) / dayMs);
}

/** The periods that begin on the local days from `first` to `last`, in order, those that touch joined. */
function periodsOf({ week }: OfficeHours, timeZone: string, first: number, last: number): Period[] {
  const periods: Period[] = [];
  for (let day = first; day <= last; day += 1) {
    // 1 January 1970 was a Thursday.
    const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? "mon";
    for (const { from, to } of week[weekday]) {
      const nextDay = to <= from ? 1 : 0;
      const start = zonedMoment(timeZone, day * dayMs + clockMs(from), "first");
      const end = zonedMoment(timeZone, (day + nextDay) * dayMs + clockMs(to), "last");
      if (end > start) periods.push({ start, end });
    }
  }
  periods.sort((a, b) => a.start - b.start);
  const joined: Period[] = [];
  for (const period of periods) {
    const before = joined.at(-1);
    if (before && period.start <= before.end) before.end = Math.max(before.end, period.end);
    else joined.push({ ...period });
  }
  return joined;
}

/** “HH:MM” in milliseconds since midnight. */
function clockMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}
