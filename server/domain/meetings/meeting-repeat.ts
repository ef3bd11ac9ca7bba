import { Cron } from "croner";
import type { Meeting, MeetingSeries } from "@/prisma/generated/client";
import type { MeetingRepeat } from "@/server/domain/meetings/schema";
import { wallClock } from "@/server/domain/workspaces/zoned-moment";

/** The five fields that a repetition stands for; days and weeks repeat at the first meeting's own hour. */
export function cronOf(
  repeat: MeetingRepeat,
  { startsAt, timeZone }: { startsAt: Date; timeZone: string },
): string {
  if (repeat.kind === "cron") return repeat.cron.replace(/\s+/g, " ");
  const wall = new Date(wallClock(timeZone, startsAt.getTime()));
  const day = repeat.kind === "weekly" ? wall.getUTCDay() : "*";
  return `${wall.getUTCMinutes()} ${wall.getUTCHours()} * * ${day}`;
}

/**
 * A series' rule as seen from one of its meetings: `daily` and `weekly` where this is held at the rule's own time, and the
 * five fields for one that was moved to another.
 */
export function repeatOf(
  { cron, timeZone }: Pick<MeetingSeries, "cron" | "timeZone">,
  meeting: Pick<Meeting, "startsAt" | "timeZone">,
): MeetingRepeat {
  const isHeldBy = (kind: "daily" | "weekly") =>
    meeting.timeZone === timeZone && cronOf({ kind }, meeting) === cron;
  const kind = (["daily", "weekly"] as const).find(isHeldBy);
  return kind ? { kind } : { kind: "cron", cron };
}

/** The next moment after `after` that the rule names in its time zone; null for none, and for a text that is no rule. */
export function nextMoment(cron: string, timeZone: string, after: Date): Date | null {
  try {
    return new Cron(cron, { timezone: timeZone, mode: "5-part" }).nextRun(after);
  } catch {
    return null;
  }
}
