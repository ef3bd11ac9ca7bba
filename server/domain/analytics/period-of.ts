import { type AnalyticsInput, MAX_DAYS } from "@/server/domain/analytics/schema";
import { wallClock, zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const dayMs = 24 * 3600_000;

export type Period = {
  timeZone: string;
  /** Every day of it, `YYYY-MM-DD`. */
  days: string[];
  /** Where each day begins, and where the last one ends. */
  bounds: Date[];
  since: Date;
  until: Date;
};

/**
 * The days that an input names, as moments in the workspace's time zone: days of a clock change are 23 or 25 hours.
 * Throws `bad_input` (`period`) for too many.
 */
export async function periodOf(
  workspaceId: number,
  { from, to, days: count }: AnalyticsInput,
): Promise<Period> {
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const today = Math.floor(wallClock(timeZone, clock.now().getTime()) / dayMs);
  const last = to ? Date.parse(to) / dayMs : from ? Math.max(today, Date.parse(from) / dayMs) : today;
  const first = from ? Date.parse(from) / dayMs : last - count + 1;
  if (last - first >= MAX_DAYS) throw new AppError("bad_input", "period", `At most ${MAX_DAYS} days.`);
  const length = last - first + 1;
  const bounds = Array.from(
    { length: length + 1 },
    (_, index) => new Date(zonedMoment(timeZone, (first + index) * dayMs, "first")),
  );
  const days = Array.from({ length }, (_, index) =>
    new Date((first + index) * dayMs).toISOString().slice(0, 10),
  );
  const [since = new Date(0), until = since] = [bounds[0], bounds.at(-1)];
  return { timeZone, days, bounds, since, until };
}
