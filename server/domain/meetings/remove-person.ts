import { recordAudit } from "@/server/domain/audit/record-audit";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import { tellUninvited } from "@/server/domain/meetings/tell-uninvited";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Removes a person with their invitations and answers; who was invited to coming meetings is told. Throws `forbidden`, `not_found`. */
export async function removePerson(
  actor: MeetingActor,
  { personId }: { personId: number },
): Promise<{ ok: true }> {
  await requireMeetingRight(actor, "meetings.manage");
  const { workspaceId } = actor;
  await transaction(async (tx) => {
    await lockPeople(tx, workspaceId);
    const person = await tx.meetingPerson.findFirst({
      where: { id: personId, workspaceId },
      include: { invited: { include: { meeting: true } }, contact: { select: { languageCode: true } } },
    });
    if (!person) throw new AppError("not_found", "person", "There is no such person.");
    for (const { meeting, ...invitee } of person.invited)
      await tellUninvited(tx, meeting, { ...invitee, person });
    await tx.meetingPerson.delete({ where: { id: personId } });
    await recordAudit(tx, actor, {
      action: "meeting.person_removed",
      target: { id: personId, name: person.fullName || person.email || "" },
    });
    tellMeetingChanged(tx, workspaceId, null);
  });
  return { ok: true };
}
