import type { Contact } from "@/prisma/generated/client";
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

/** Writes down what a provider told of a contact, and recognises who of the people that meetings know it is. */
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
    return known;
  });
}
