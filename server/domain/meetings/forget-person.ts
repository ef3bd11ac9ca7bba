import type { Tx } from "@/server/lib/db";

/** Removes whom meetings know by a contact, with invitations, answers and absences; the audit log keeps their number alone. */
export async function forgetPerson(tx: Tx, workspaceId: number, contactId: number): Promise<void> {
  const person = await tx.meetingPerson.findFirst({ where: { workspaceId, contactId } });
  if (!person) return;
  const { id, email } = person;
  const number = `#${id}`;
  await tx.auditEntry.updateMany({
    where: { workspaceId, actorKind: { in: ["organiser", "invitee"] }, actorId: id },
    data: { actorName: number },
  });
  await tx.auditEntry.updateMany({
    where: { workspaceId, action: "meeting.person_changed", targetId: id },
    data: { targetName: number },
  });
  if (email) await tx.mail.deleteMany({ where: { workspaceId, to: email } });
  await tx.meetingPerson.delete({ where: { id } });
}
