import { randomUUID } from "node:crypto";
import type { Meeting, MeetingSeries } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { callOf } from "@/server/domain/meetings/change-meeting";
import { invitePeople } from "@/server/domain/meetings/invite-people";
import { makeCallLink, takeCallBack } from "@/server/domain/meetings/make-call-link";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { nextMoment } from "@/server/domain/meetings/meeting-repeat";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/**
 * Makes the next meeting of each series whose last one has begun, with the permanent invitees: one of a time, however
 * many processes look at once.
 */
export async function makeNextMeetings(): Promise<void> {
  const waiting = await db.meetingSeries.findMany({
    where: {
      stoppedAt: null,
      meetings: {
        some: {},
        none: { state: { not: "moved" }, startsAt: { gt: clock.now() }, movedFrom: { is: null } },
      },
    },
    orderBy: { id: "asc" },
  });
  for (const series of waiting) await makeNext(series);
}

async function makeNext(series: MeetingSeries): Promise<void> {
  const planned = await plan(db, series);
  if (!planned) return;
  const { last, startsAt } = planned;
  const made = callOf(last) ? await makeCallLink(series.workspaceId, { ...last, startsAt }) : null;
  // The meeting matters more than its link, which the organiser can set.
  if (made && !made.ok)
    logger.warn({ seriesId: series.id, reason: made.reason }, "the next meeting of a series got no link");
  const isUsed = await transaction(async (tx) => {
    await tx.$queryRaw`select 1 from meeting_series where id = ${series.id} for update`;
    const now = await plan(tx, series);
    if (now?.startsAt.getTime() !== startsAt.getTime()) return false;
    const call = made?.ok ? made.call : null;
    await insertNext(tx, now.last, startsAt, call ?? (callOf(last) ? { link: "" } : {}));
    return true;
  });
  if (!isUsed && made?.ok) await takeCallBack(series.workspaceId, made.call);
}

/**
 * What the next meeting of a series that goes on is made from, and when it is; null while one lies ahead. A meeting that
 * was moved stands for its own time: put off it holds up no other, brought forward it is not held twice.
 */
async function plan(tx: Tx, { id }: MeetingSeries): Promise<{ last: Meeting; startsAt: Date } | null> {
  const series = await tx.meetingSeries.findFirst({ where: { id, stoppedAt: null } });
  if (!series) return null;
  const meetings = await tx.meeting.findMany({
    where: { seriesId: id },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  const now = clock.now();
  const ownTime = (meeting: Meeting): Date => {
    const before = meetings.find(({ movedToId }) => movedToId === meeting.id);
    return before ? ownTime(before) : meeting.startsAt;
  };
  const held = meetings.filter(({ state }) => state !== "moved");
  if (held.some((one) => one.startsAt > now && ownTime(one) > now)) return null;
  const [last] = held.toSorted((one, other) => ownTime(other).getTime() - ownTime(one).getTime());
  if (!last) return null;
  const begun = held.filter((one) => one.startsAt <= now);
  const after = Math.max(
    now.getTime(),
    ...held.map((one) => ownTime(one).getTime()),
    ...begun.map((one) => one.startsAt.getTime() + (one.durationMinutes - 1) * 60_000),
  );
  const taken = new Set(held.map((one) => one.startsAt.getTime()));
  let startsAt = nextMoment(series.cron, series.timeZone, new Date(after));
  while (startsAt && taken.has(startsAt.getTime()))
    startsAt = nextMoment(series.cron, series.timeZone, startsAt);
  return startsAt && { last, startsAt };
}

async function insertNext(
  tx: Tx,
  last: Meeting,
  startsAt: Date,
  call: Partial<Pick<Meeting, "link" | "callResourceId" | "callExternalId">>,
): Promise<void> {
  const { workspaceId } = last;
  const shift = startsAt.getTime() - last.startsAt.getTime();
  const meeting = await tx.meeting.create({
    data: {
      workspaceId,
      resourceId: last.resourceId,
      seriesId: last.seriesId,
      topic: last.topic,
      startsAt,
      durationMinutes: last.durationMinutes,
      timeZone: last.timeZone,
      place: last.place,
      link: last.link,
      ...call,
      agenda: last.agenda,
      organiserId: last.organiserId,
      answersUntil: last.answersUntil && new Date(last.answersUntil.getTime() + shift),
      reminderMinutes: last.reminderMinutes,
      calendarUid: `${randomUUID()}@assistchat`,
      clientId: `series:${last.seriesId}:${startsAt.toISOString()}`,
    },
  });
  await invitePeople(tx, meeting, { permanent: true });
  const target = { id: meeting.id, name: meeting.topic };
  await recordAudit(tx, { kind: "system", workspaceId }, { action: "meeting.created", target });
  tellMeetingChanged(tx, workspaceId, meeting.id);
}
