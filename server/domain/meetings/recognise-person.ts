import type { MeetingPerson } from "@/prisma/generated/client";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import type { Tx } from "@/server/lib/db";

/** What is known of somebody; each may be missing. */
export type PersonSigns = {
  contactId?: number | null;
  email?: string | null;
  phone?: string | null;
  fullName?: string | null;
};

/**
 * Who of a workspace's people this is: by the contact, else by e-mail, else by phone; null for nobody known. Whoever is
 * recognised gets what was not known of them yet: the contact, the addresses and the name.
 */
export async function recognisePerson(
  tx: Tx,
  workspaceId: number,
  signs: PersonSigns,
): Promise<MeetingPerson | null> {
  const seen = await compare(tx, workspaceId, signs);
  if (!seen || Object.keys(seen.news).length === 0) return seen?.found ?? null;
  await lockPeople(tx, workspaceId);
  // As it stands now that nobody else writes.
  const now = await compare(tx, workspaceId, signs);
  if (!now || Object.keys(now.news).length === 0) return now?.found ?? null;
  return tx.meetingPerson.update({ where: { id: now.found.id }, data: now.news });
}

/** Who it is, and what is known of them by these signs only. */
async function compare(tx: Tx, workspaceId: number, { contactId, fullName, ...addresses }: PersonSigns) {
  const email = personEmail(addresses.email);
  const phone = personPhone(addresses.phone);
  const byContact = contactId
    ? await tx.meetingPerson.findFirst({ where: { workspaceId, contactId } })
    : null;
  const byEmail = email ? await tx.meetingPerson.findFirst({ where: { workspaceId, email } }) : null;
  const byPhone = phone ? await tx.meetingPerson.findFirst({ where: { workspaceId, phone } }) : null;
  // Another account of a person who has one already is not taken for theirs.
  const isFree = (person: MeetingPerson | null) =>
    person && (!contactId || person.contactId === null || person.contactId === contactId) ? person : null;
  const found = byContact ?? isFree(byEmail) ?? isFree(byPhone);
  if (!found) return null;
  const news = {
    ...(contactId && found.contactId === null && { contactId }),
    ...(email && !byEmail && found.email === null && { email }),
    ...(phone && !byPhone && found.phone === null && { phone }),
    ...(fullName?.trim() && found.fullName === "" && { fullName: fullName.trim().slice(0, 200) }),
  };
  return { found, news };
}
