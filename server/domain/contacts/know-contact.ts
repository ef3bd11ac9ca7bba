import type { Contact } from "@/prisma/generated/client";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import { recognisePerson } from "@/server/domain/meetings/recognise-person";
import { transaction } from "@/server/lib/db";
import { isRussian } from "@/server/lib/is-russian";

/** What a provider tells of a person; empty where it does not. `fullName` as they are addressed in writing. */
export type ContactDetails = {
  firstName: string;
  lastName: string;
  fullName: string;
  email: string;
  phone: string;
};

/**
 * Writes down what a provider told of a contact, recognises who of the people that meetings know it is, and has the
 * managers' topic bear the name.
 */
export async function knowContact(contact: Contact, details: ContactDetails): Promise<Contact> {
  const { firstName, lastName, fullName, email, phone } = details;
  return transaction(async (tx) => {
    const known = await tx.contact.update({
      where: { id: contact.id },
      data: {
        ...(firstName && { firstName, lastName: lastName || null }),
        ...(email && { email }),
        ...(phone && { phone }),
        ...(isRussian(fullName) && { languageCode: "ru" }),
      },
    });
    await recognisePerson(tx, contact.workspaceId, { contactId: contact.id, email, phone, fullName });
    const open = await tx.conversation.findFirst({
      where: { contactId: contact.id, state: { not: "closed" } },
      select: { id: true },
    });
    if (open) await queueTopicLook(tx, await lockConversation(tx, contact.workspaceId, open.id));
    return known;
  });
}
