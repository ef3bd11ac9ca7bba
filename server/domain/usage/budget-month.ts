import { wallClock, zonedMoment } from "@/server/domain/workspaces/zoned-moment";

/** When the month of `now` began in a time zone: budgets are counted from there. */
export function budgetMonth(timeZone: string, now: Date): Date {
  const wall = new Date(wallClock(timeZone, now.getTime()));
  return new Date(zonedMoment(timeZone, Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1), "first"));
}
