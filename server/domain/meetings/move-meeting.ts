import { recordAudit } from "@/server/domain/audit/record-audit";
import { callOf } from "@/server/domain/meetings/change-meeting";
import { dropWaiting } from "@/server/domain/meetings/drop-waiting";
import { invitePeople } from "@/server/domain/meetings/invite-people";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { makeCallLink, takeCallBack } from "@/server/domain/meetings/make-call-link";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { meetingView } from "@/server/domain/meetings/meeting-view";
import { movedDeadline } from "@/server/domain/meetings/moved-deadline";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import type { MeetingRefusal, MeetingView, MoveMeetingInput } from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Has another time take a planned meeting over: a new meeting with the same invitees, who are asked again, and the same
 * calendar event; the old one stays as `moved` with its answers. The same `clientId` twice is one move. Throws
 * `forbidden`, `not_found`.
 */
export async function moveMeeting(
  actor: MeetingActor,
  { meetingId, startsAt: wanted, clientId }: MoveMeetingInput,
): Promise<{ ok: true; meeting: MeetingView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { workspaceId } = actor;
  const before = await db.meeting.findFirst({ where: { id: meetingId, workspaceId } });
  if (!before) throw new AppError("not_found", "meeting", "There is no such meeting.");
  const known = await findMoved(db, meetingId, clientId);
  if (known !== null) return { ok: true, meeting: await meetingView(known) };
  if (before.state !== "planned") return { ok: false, reason: "not_planned" };
  const startsAt = new Date(wanted);
  if (startsAt <= clock.now()) return { ok: false, reason: "past" };
  const made = callOf(before) ? await makeCallLink(workspaceId, { ...before, startsAt }) : null;
  if (made && !made.ok) return made;
  const moved = await transaction(async (tx) => {
    const old = await lockMeeting(tx, workspaceId, meetingId, "change");
    const existing = await findMoved(tx, meetingId, clientId);
    if (existing !== null) return { id: existing, needless: made?.call ?? null };
    if (old.state !== "planned") return { id: null, needless: made?.call ?? null };
    const shift = startsAt.getTime() - old.startsAt.getTime();
    const { id, createdAt, updatedAt, ...copied } = old;
    const { id: newId } = await tx.meeting.create({
      data: {
        ...copied,
        ...made?.call,
        startsAt,
        answersUntil: movedDeadline(old.answersUntil, shift),
        calendarSequence: old.calendarSequence + 1,
        timeSequence: old.calendarSequence + 1,
        clientId,
      },
    });
    await tx.meeting.update({
      where: { id },
      data: { state: "moved", movedToId: newId, callResourceId: null, callExternalId: null },
    });
    await dropWaiting(tx, id);
    await invitePeople(tx, { id: newId, workspaceId }, { ofMeetingId: id });
    // What they know goes with them: whoever heard of the old time hears of the new one, or that it is off.
    await tx.$queryRaw`
      update invitees i set told_sequence = o.told_sequence, asked_at = o.asked_at, mailed_at = o.mailed_at
      from invitees o where i.meeting_id = ${newId} and o.meeting_id = ${id} and o.person_id = i.person_id`;
    await recordAudit(tx, actor, {
      action: "meeting.moved",
      target: { id: newId, name: old.topic },
      details: { from: old.startsAt.toISOString(), to: startsAt.toISOString() },
    });
    tellMeetingChanged(tx, workspaceId, id);
    tellMeetingChanged(tx, workspaceId, newId);
    return { id: newId, needless: made ? callOf(old) : null };
  });
  if (moved.needless) await takeCallBack(workspaceId, moved.needless);
  if (moved.id === null) return { ok: false, reason: "not_planned" };
  return { ok: true, meeting: await meetingView(moved.id) };
}

/** The meeting that this one was moved to by the same act; null for none. */
async function findMoved(tx: Tx, meetingId: number, clientId: string): Promise<number | null> {
  const found = await tx.meeting.findFirst({
    where: { movedFrom: { id: meetingId }, clientId },
    select: { id: true },
  });
  return found?.id ?? null;
}
