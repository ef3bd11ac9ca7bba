import { Cron } from "croner";

/** The next moments of five cron fields in a zone; null when they cannot be read. */
export function cronTimes(cron: string, timeZone: string, after: Date, count: number): Date[] | null {
  try {
    return new Cron(cron, { timezone: timeZone, mode: "5-part" }).nextRuns(count, after);
  } catch {
    return null;
  }
}
