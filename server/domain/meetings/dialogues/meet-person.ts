import type { Contact, MeetingPerson } from "@/prisma/generated/client";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import { recognisePerson } from "@/server/domain/meetings/recognise-person";
import type { Tx } from "@/server/lib/db";

/** Who somebody is whom a bot met: known by contact, e-mail or phone, else kept as somebody new. */
export async function meetPerson(tx: Tx, contact: Contact): Promise<MeetingPerson> {
  const known = await recogniseContact(tx, contact);
  if (known) return known;
  await lockPeople(tx, contact.workspaceId);
  return (await recogniseContact(tx, contact)) ?? makePerson(tx, contact);
}

/**
 * Who a contact is, by itself, its e-mail or its phone; null for nobody known. Somebody kept before their addresses were
 * known, and invited or named by those since, is that one from now on.
 */
export async function recogniseContact(tx: Tx, contact: Contact): Promise<MeetingPerson | null> {
  const known = await recognise(tx, contact);
  if (!known || known.contactId !== contact.id || known.isOrganiser || known.isPermanent) return known;
  const { workspaceId } = contact;
  const email = personEmail(contact.email);
  const phone = personPhone(contact.phone);
  // With nothing by which they could be another person nobody has to be looked for.
  if (email === known.email && phone === known.phone) return known;
  const meant = await tx.meetingPerson.findFirst({
    where: {
      workspaceId,
      id: { not: known.id },
      contactId: null,
      OR: [...(email ? [{ email }] : []), ...(phone ? [{ phone }] : [])],
    },
  });
  if (!meant || (await tx.invitee.count({ where: { personId: known.id } })) > 0) return known;
  await lockPeople(tx, workspaceId);
  await tx.meetingPerson.deleteMany({ where: { id: known.id } });
  return recognise(tx, contact);
}

async function makePerson(tx: Tx, contact: Contact): Promise<MeetingPerson> {
  const { workspaceId, id: contactId } = contact;
  const email = personEmail(contact.email);
  const phone = personPhone(contact.phone);
  // An address of somebody who has another account stays theirs.
  const taken = await tx.meetingPerson.findMany({
    where: { workspaceId, OR: [{ email: email ?? "" }, { phone: phone ?? "" }] },
    select: { email: true, phone: true },
  });
  return tx.meetingPerson.create({
    data: {
      workspaceId,
      contactId,
      fullName: fullNameOf(contact),
      email: taken.some((other) => other.email === email) ? null : email,
      phone: taken.some((other) => other.phone === phone) ? null : phone,
    },
  });
}

function recognise(tx: Tx, contact: Contact): Promise<MeetingPerson | null> {
  const { id: contactId, email, phone, workspaceId } = contact;
  return recognisePerson(tx, workspaceId, { contactId, email, phone, fullName: fullNameOf(contact) });
}

function fullNameOf({ firstName, lastName }: Contact): string {
  return [lastName, firstName].filter(Boolean).join(" ").slice(0, 200);
}
