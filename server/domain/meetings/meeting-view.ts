import type { Prisma } from "@/prisma/generated/client";
import { countAnswers } from "@/server/domain/meetings/count-answers";
import { findReach } from "@/server/domain/meetings/find-reach";
import { isOpen } from "@/server/domain/meetings/meeting-clock";
import { meetingQueue } from "@/server/domain/meetings/meeting-queue";
import { repeatOf } from "@/server/domain/meetings/meeting-repeat";
import { personView } from "@/server/domain/meetings/person-view";
import type { AttendanceCounts, MeetingSummary, MeetingView } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";

/** What a meeting's row must be read with. */
export const MEETING_ROW = {
  series: true,
  organiser: true,
  resource: { select: { name: true } },
  movedFrom: { select: { id: true } },
} as const;
export type MeetingRow = Prisma.MeetingGetPayload<{ include: typeof MEETING_ROW }>;

function summaryOf(row: MeetingRow, counts: AttendanceCounts): MeetingSummary {
  const { id, topic, durationMinutes, timeZone, place, state, series } = row;
  return {
    id,
    topic,
    startsAt: row.startsAt.toISOString(),
    durationMinutes,
    timeZone,
    place,
    state,
    repeats: series !== null && series.stoppedAt === null,
    counts,
  };
}

/** Meetings' rows as lists show them, in their order. */
export async function meetingSummaries(rows: MeetingRow[]): Promise<MeetingSummary[]> {
  const counts = await countAnswers(rows.map(({ id }) => id));
  return rows.flatMap((row) => {
    const own = counts.get(row.id);
    return own ? [summaryOf(row, own)] : [];
  });
}

/** A meeting with everything that its page shows, as it stands now. The caller has proven that it may be seen. */
export async function meetingView(meetingId: number): Promise<MeetingView> {
  const row = await db.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: MEETING_ROW });
  const { organiser, series } = row;
  const [[summary], reach, queue] = await Promise.all([
    meetingSummaries([row]),
    findReach(row.workspaceId, organiser ? [organiser] : [], row.resourceId),
    meetingQueue(row),
  ]);
  if (!summary) throw new Error(`Meeting ${meetingId} was not counted`);
  return {
    ...summary,
    resourceId: row.resourceId,
    resourceName: row.resource?.name ?? null,
    link: row.link,
    linkIsOurs: row.callExternalId !== null,
    agenda: row.agenda,
    organiser: organiser && personView(organiser, reach.get(organiser.id) ?? "none"),
    answersUntil: row.answersUntil?.toISOString() ?? null,
    isOpen: isOpen(row),
    reminderMinutes: row.reminderMinutes,
    repeat: series && series.stoppedAt === null ? repeatOf(series, row) : null,
    movedToId: row.movedToId,
    movedFromId: row.movedFrom?.id ?? null,
    queue,
  };
}
