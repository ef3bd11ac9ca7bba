import type { Contact } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";
import { isRussian } from "@/server/lib/is-russian";

/** Takes somebody whose channel tells no languages for a reader of Russian once they write in it. */
export async function noteLanguage(contact: Contact, words: string): Promise<Contact> {
  if (contact.languageCode === "ru" || !isRussian(words)) return contact;
  return db.contact.update({ where: { id: contact.id }, data: { languageCode: "ru" } });
}
