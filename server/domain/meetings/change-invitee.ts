import { recordAudit } from "@/server/domain/audit/record-audit";
import { findReach } from "@/server/domain/meetings/find-reach";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { inviteeView } from "@/server/domain/meetings/person-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import { writePerson } from "@/server/domain/meetings/save-person";
import {
  type ChangeInviteeInput,
  changeInviteeInput,
  type InviteeView,
  type MeetingRefusal,
} from "@/server/domain/meetings/schema";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Corrects who an invitee is; with another e-mail address they are invited there instead. Throws `forbidden`, `not_found`.
 */
export async function changeInvitee(
  actor: MeetingActor,
  given: ChangeInviteeInput,
): Promise<{ ok: true; invitee: InviteeView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { inviteeId, person = {}, permanent } = changeInviteeInput.parse(given);
  const { workspaceId } = actor;
  const where = { id: inviteeId, meeting: { workspaceId } };
  const found = await db.invitee.findFirst({ where, select: { meetingId: true } });
  if (!found) throw unknownInvitee();
  const outcome = await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, workspaceId, found.meetingId, "answer");
    await lockPeople(tx, workspaceId);
    const row = await tx.invitee.findFirst({ where, include: { person: true } });
    if (!row) throw unknownInvitee();
    const written = await writePerson(tx, row.person, person, { isPermanent: permanent });
    if (!written.ok) return written;
    if (written.changes.length > 0) {
      await recordAudit(tx, actor, {
        action: "meeting.invitee_changed",
        target: { id: meeting.id, name: meeting.topic },
        details: { personId: row.personId, changes: written.changes },
      });
      tellMeetingChanged(tx, workspaceId, meeting.id);
    }
    const fresh = await tx.invitee.findUniqueOrThrow({ where: { id: inviteeId }, include: { person: true } });
    return { ok: true as const, row: fresh, meeting };
  });
  if (!outcome.ok) return outcome;
  const { row, meeting } = outcome;
  const reach = await findReach(workspaceId, [row.person], meeting.resourceId);
  return { ok: true, invitee: inviteeView(row, reach.get(row.personId) ?? "none") };
}

function unknownInvitee(): AppError {
  return new AppError("not_found", "invitee", "There is no such invitee.");
}
