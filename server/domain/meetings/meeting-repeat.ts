import { Cron } from "croner";
import type { MeetingSeries } from "@/prisma/generated/client";
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

/** A series' rule as pages see it. */
export function repeatOf({ repeat, cron }: Pick<MeetingSeries, "repeat" | "cron">): MeetingRepeat {
  return repeat === "cron" ? { kind: "cron", cron } : { kind: repeat };
}

/** The next moment after `after` that the rule names in its time zone; null for none, and for a text that is no rule. */
export function nextMoment(cron: string, timeZone: string, after: Date): Date | null {
  try {
    return new Cron(cron, { timezone: timeZone, mode: "5-part" }).nextRun(after);
  } catch {
    return null;
  }
}
