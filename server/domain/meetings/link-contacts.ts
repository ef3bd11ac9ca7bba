import { meetingBots } from "@/server/domain/meetings/find-reach";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import type { Tx } from "@/server/lib/db";

/**
 * Gives those of these people who are known by address only the contact of that address, where one has written to a bot
 * that asks about meetings: from then on the bot reaches them.
 */
export async function linkContacts(tx: Tx, workspaceId: number, personIds: number[]): Promise<void> {
  const people = await tx.meetingPerson.findMany({
    where: { workspaceId, id: { in: personIds }, contactId: null },
    orderBy: { id: "asc" },
  });
  if (people.length === 0) return;
  const bots = await meetingBots(tx, workspaceId);
  const contacts = await tx.contact.findMany({
    where: {
      workspaceId,
      isBot: false,
      meetingPerson: null,
      chats: { some: { type: "private", resourceId: { in: bots.map(({ id }) => id) } } },
      OR: [
        { email: { in: people.flatMap(({ email }) => email ?? []) } },
        { phone: { in: people.flatMap(({ phone }) => (phone ? [phone, `+${phone}`] : [])) } },
      ],
    },
    orderBy: { id: "asc" },
  });
  if (contacts.length === 0) return;
  await lockPeople(tx, workspaceId);
  for (const contact of contacts) {
    const email = personEmail(contact.email);
    const phone = personPhone(contact.phone);
    const person =
      people.find((one) => email !== null && one.email === email) ??
      people.find((one) => phone !== null && one.phone === phone);
    // Whoever was recognised meanwhile stays who they are.
    if (!person || (await tx.meetingPerson.count({ where: { contactId: contact.id } })) > 0) continue;
    await tx.meetingPerson.updateMany({
      where: { id: person.id, workspaceId, contactId: null },
      data: { contactId: contact.id },
    });
  }
}
