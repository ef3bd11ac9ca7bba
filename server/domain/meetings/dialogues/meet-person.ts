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

/** Who a contact is, by itself, its e-mail or its phone; null for nobody known. */
export function recogniseContact(tx: Tx, contact: Contact): Promise<MeetingPerson | null> {
  const { id: contactId, email, phone, workspaceId } = contact;
  return recognisePerson(tx, workspaceId, { contactId, email, phone, fullName: fullNameOf(contact) });
}

function fullNameOf({ firstName, lastName }: Contact): string {
  return [lastName, firstName].filter(Boolean).join(" ").slice(0, 200);
}
