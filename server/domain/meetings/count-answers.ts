import { ATTENDANCES, type AttendanceCounts } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";

/** How many invitees of each meeting said what, by meeting. */
export async function countAnswers(meetingIds: number[]): Promise<Map<number, AttendanceCounts>> {
  const none = (): AttendanceCounts => ({
    ...(Object.fromEntries(ATTENDANCES.map((name) => [name, 0])) as Record<
      (typeof ATTENDANCES)[number],
      number
    >),
    unanswered: 0,
    total: 0,
  });
  const counts = new Map(meetingIds.map((id) => [id, none()]));
  const groups = await db.invitee.groupBy({
    by: ["meetingId", "attendance"],
    where: { meetingId: { in: meetingIds } },
    _count: { _all: true },
  });
  for (const { meetingId, attendance, _count } of groups) {
    const own = counts.get(meetingId);
    if (!own) continue;
    own[attendance ?? "unanswered"] = _count._all;
    own.total += _count._all;
  }
  return counts;
}
