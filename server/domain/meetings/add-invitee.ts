import { recordAudit } from "@/server/domain/audit/record-audit";
import { findReach } from "@/server/domain/meetings/find-reach";
import { invitePeople } from "@/server/domain/meetings/invite-people";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import { inviteeView } from "@/server/domain/meetings/person-view";
import { recognisePerson } from "@/server/domain/meetings/recognise-person";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import {
  type AddInviteeInput,
  addInviteeInput,
  type InviteeView,
  type MeetingRefusal,
} from "@/server/domain/meetings/schema";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Invites one person, who is asked at once. Throws `forbidden`, `not_found`, also for a person of nobody here. */
export async function addInvitee(
  actor: MeetingActor,
  given: AddInviteeInput,
): Promise<{ ok: true; invitee: InviteeView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { meetingId, person, permanent } = addInviteeInput.parse(given);
  const { workspaceId } = actor;
  const outcome = await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, workspaceId, meetingId, "answer");
    if (meeting.state !== "planned") return { ok: false as const, reason: "not_planned" as const };
    await lockPeople(tx, workspaceId);
    const personId = await personIdOf(tx, workspaceId, person);
    if (personId === null) return { ok: false as const, reason: "address_missing" as const };
    if (permanent !== undefined)
      await tx.meetingPerson.update({ where: { id: personId }, data: { isPermanent: permanent } });
    if ((await invitePeople(tx, meeting, { personIds: [personId] })) === 0)
      return { ok: false as const, reason: "already_invited" as const };
    await recordAudit(tx, actor, {
      action: "meeting.invitees_added",
      target: { id: meetingId, name: meeting.topic },
      details: { added: 1 },
    });
    tellMeetingChanged(tx, workspaceId, meetingId);
    const row = await tx.invitee.findUniqueOrThrow({
      where: { meetingId_personId: { meetingId, personId } },
      include: { person: true },
    });
    return { ok: true as const, row, resourceId: meeting.resourceId };
  });
  if (!outcome.ok) return outcome;
  const { row, resourceId } = outcome;
  const reach = await findReach(workspaceId, [row.person], resourceId);
  return { ok: true, invitee: inviteeView(row, reach.get(row.personId) ?? "none") };
}

/** The person meant, known or new; null when there is no address to know them by. */
async function personIdOf(
  tx: Tx,
  workspaceId: number,
  person: AddInviteeInput["person"],
): Promise<number | null> {
  if ("personId" in person) {
    if ((await tx.meetingPerson.count({ where: { id: person.personId, workspaceId } })) > 0)
      return person.personId;
    throw new AppError("not_found", "person", "There is no such person.");
  }
  const signs = {
    fullName: person.fullName,
    email: personEmail(person.email),
    phone: personPhone(person.phone),
  };
  if (!signs.email && !signs.phone) return null;
  const known = await recognisePerson(tx, workspaceId, signs);
  return known?.id ?? (await tx.meetingPerson.create({ data: { workspaceId, ...signs } })).id;
}
