import type { Meeting } from "@/prisma/generated/client";
import { wallClock } from "@/server/domain/workspaces/zoned-moment";
import { clock } from "@/server/lib/clock";

/** Whether answers may change at a moment, now when left out: planned, not begun, and before its deadline. */
export function isOpen(
  meeting: Pick<Meeting, "state" | "startsAt" | "answersUntil">,
  at = clock.now(),
): boolean {
  return meeting.state === "planned" && at < answersEnd(meeting);
}

/** The last moment for answers: the deadline, or the beginning where that comes first. */
export function answersEnd({ startsAt, answersUntil }: Pick<Meeting, "startsAt" | "answersUntil">): Date {
  return answersUntil && answersUntil < startsAt ? answersUntil : startsAt;
}

/** The day of a meeting in its own time zone, as Postgres' dates come: midnight UTC. */
export function dayOf({ startsAt, timeZone }: Pick<Meeting, "startsAt" | "timeZone">): Date {
  return new Date(Math.floor(wallClock(timeZone, startsAt.getTime()) / 86_400_000) * 86_400_000);
}
