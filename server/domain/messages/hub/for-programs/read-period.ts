import { zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const dayMs = 24 * 3600_000;
const wallShape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?$/;

/** The last `days`, or what lies between two moments or days; a moment that is given outweighs `days`. */
export type PeriodInput = { days?: number; since?: string; until?: string };

/**
 * A period as moments, ISO 8601 in UTC. A moment without a zone is of the workspace's, as is a day, which `until`
 * includes to its end. Throws `bad_input` (`bad_moment`).
 */
export async function readPeriod(
  workspaceId: number,
  { days, since, until }: PeriodInput,
): Promise<{ since?: string; until?: string }> {
  const zone = async () =>
    (await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }))
      .timeZone;
  const from = since === undefined ? daysAgo(days) : await readMoment(since, zone, 0);
  const to = until === undefined ? undefined : await readMoment(until, zone, dayMs);
  return { ...(from && { since: from.toISOString() }), ...(to && { until: to.toISOString() }) };
}

function daysAgo(days: number | undefined): Date | undefined {
  return days === undefined ? undefined : new Date(clock.now().getTime() - days * dayMs);
}

async function readMoment(text: string, zone: () => Promise<string>, wholeDayMs: number): Promise<Date> {
  // A plus that was not escaped arrives as a space.
  const moment = text.trim().replace(/(T[\d:.]+) (\d{2}:?\d{2})$/, "$1+$2");
  const [, day, time] = wallShape.exec(moment) ?? [];
  if (!day) return checked(Date.parse(moment), text);
  const wall = checked(Date.parse(`${day}T${time ?? "00:00"}Z`), text).getTime();
  return new Date(zonedMoment(await zone(), wall + (time ? 0 : wholeDayMs), "first"));
}

function checked(at: number, text: string): Date {
  const moment = new Date(at);
  const year = Number.isNaN(at) ? 0 : moment.getUTCFullYear();
  if (year < 1970 || year > 2200)
    throw new AppError(
      "bad_input",
      "bad_moment",
      `“${text.slice(0, 40)}” is no moment such as 2026-11-21T09:30:00+03:00.`,
    );
  return moment;
}
