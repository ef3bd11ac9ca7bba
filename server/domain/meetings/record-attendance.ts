import type { Invitee, Meeting, MeetingPerson } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { wakeSummaries } from "@/server/domain/meetings/dialogues/wake-summaries";
import { findReach } from "@/server/domain/meetings/find-reach";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { dayOf, isOpen } from "@/server/domain/meetings/meeting-clock";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { inviteeView } from "@/server/domain/meetings/person-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import {
  ABSENCES,
  type AttendanceName,
  type InviteeView,
  type MeetingRefusal,
  type RecordAttendanceInput,
  recordAttendanceInput,
} from "@/server/domain/meetings/schema";
import type { InviteeActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A bot may be away over a night; whoever closed the list longer ago has planned with it. */
const longestSilenceMs = 24 * 3600_000;

/**
 * Notes an answer: an invitee's own until the deadline, anybody's by an organiser as long as the meeting is planned. A
 * comment left out stays while the answer stays. `saidAt` is when an invitee said so by the channel's clock: what was said
 * in time and is heard later is in time. The same twice is one. Throws `forbidden`, `not_found`.
 */
export async function recordAttendance(
  actor: MeetingActor | InviteeActor,
  given: RecordAttendanceInput,
  saidAt?: Date,
): Promise<{ ok: true; invitee: InviteeView } | MeetingRefusal> {
  const { inviteeId, attendance, comment } = recordAttendanceInput.parse(given);
  const isOwn = actor.kind === "invitee";
  if (!isOwn) await requireMeetingRight(actor, "meetings.manage");
  const { workspaceId } = actor;
  const outcome = await transaction(async (tx) => {
    const found = await tx.invitee.findFirst({
      where: { id: inviteeId, meeting: { workspaceId }, ...(isOwn && { personId: actor.personId }) },
      select: { meetingId: true },
    });
    if (!found) throw unknownInvitee();
    const meeting = await lockMeeting(tx, workspaceId, found.meetingId, "answer");
    if (meeting.state !== "planned") return { ok: false as const, reason: "not_planned" as const };
    const now = clock.now();
    const at = isOpen(meeting, now) ? now : believed(saidAt, now);
    if (isOwn && !isOpen(meeting, at)) return { ok: false as const, reason: "closed_for_answers" as const };
    await tx.$queryRaw`select 1 from invitees where id = ${inviteeId} for no key update`;
    const before = await tx.invitee.findUnique({ where: { id: inviteeId }, include: { person: true } });
    // Taken off the list in between.
    if (!before) throw unknownInvitee();
    const words = comment ?? (before.attendance === attendance ? before.comment : "");
    if (before.attendance === attendance && before.comment === words)
      return { ok: true as const, row: before, meeting };
    const row = await tx.invitee.update({
      where: { id: inviteeId },
      data: {
        attendance,
        comment: words,
        answeredAt: at,
        answeredBy: actor.kind === "invitee" || actor.kind === "organiser" ? "bot" : "browser",
      },
      include: { person: true },
    });
    if (before.attendance !== attendance) {
      await keepAbsence(tx, meeting, row, attendance);
      await recordAudit(tx, actor, {
        action: "meeting.answer_recorded",
        target: { id: meeting.id, name: meeting.topic },
        details: { personId: row.personId, attendance },
      });
    }
    tellMeetingChanged(tx, workspaceId, meeting.id);
    await wakeSummaries(tx, meeting.id);
    return { ok: true as const, row, meeting };
  });
  if (!outcome.ok) return outcome;
  return { ok: true, invitee: await viewOf(outcome.row, outcome.meeting) };
}

/** When something was said, as far as the channel's clock can be believed; else now. */
function believed(saidAt: Date | undefined, now: Date): Date {
  const ageMs = saidAt ? now.getTime() - saidAt.getTime() : 0;
  return saidAt && ageMs >= 0 && ageMs <= longestSilenceMs ? saidAt : now;
}

function unknownInvitee(): AppError {
  return new AppError("not_found", "invitee", "There is no such invitee.");
}

async function viewOf(row: Invitee & { person: MeetingPerson }, meeting: Meeting): Promise<InviteeView> {
  const reach = await findReach(meeting.workspaceId, [row.person], meeting.resourceId);
  return inviteeView(row, reach.get(row.personId) ?? "none");
}

/** Whoever answers that they are away is so on that day; any other answer takes it back. */
async function keepAbsence(
  tx: Tx,
  meeting: Meeting,
  { personId }: Invitee,
  attendance: AttendanceName,
): Promise<void> {
  const personId_meetingId = { personId, meetingId: meeting.id };
  const reason = ABSENCES.find((name) => name === attendance);
  if (!reason) {
    await tx.absence.deleteMany({ where: personId_meetingId });
    return;
  }
  const absence = { reason, day: dayOf(meeting) };
  await tx.absence.upsert({
    where: { personId_meetingId },
    create: { ...personId_meetingId, ...absence },
    update: absence,
  });
}
