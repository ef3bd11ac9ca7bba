import { recordAudit } from "@/server/domain/audit/record-audit";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import { tellUninvited } from "@/server/domain/meetings/tell-uninvited";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Takes somebody off a meeting's list with their answer; who was invited is told. Throws `forbidden`, `not_found`. */
export async function removeInvitee(
  actor: MeetingActor,
  { inviteeId }: { inviteeId: number },
): Promise<{ ok: true }> {
  await requireMeetingRight(actor, "meetings.manage");
  const { workspaceId } = actor;
  const where = { id: inviteeId, meeting: { workspaceId } };
  const found = await db.invitee.findFirst({ where, select: { meetingId: true } });
  if (!found) throw new AppError("not_found", "invitee", "There is no such invitee.");
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, workspaceId, found.meetingId, "answer");
    await tx.$queryRaw`select 1 from invitees where id = ${inviteeId} for update`;
    const row = await tx.invitee.findFirst({
      where,
      include: { person: { include: { contact: { select: { languageCode: true } } } } },
    });
    if (!row) throw new AppError("not_found", "invitee", "There is no such invitee.");
    await tellUninvited(tx, meeting, row);
    await tx.absence.deleteMany({ where: { personId: row.personId, meetingId: meeting.id } });
    await tx.invitee.delete({ where: { id: inviteeId } });
    await recordAudit(tx, actor, {
      action: "meeting.invitee_removed",
      target: { id: meeting.id, name: meeting.topic },
      details: { personId: row.personId },
    });
    tellMeetingChanged(tx, workspaceId, meeting.id);
  });
  return { ok: true };
}
