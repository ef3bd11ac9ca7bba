import type { Contact } from "@/prisma/generated/client";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/** A person or bot as a provider describes them. */
export type SeenPerson = {
  externalId: string;
  /** Left out where it is not told: the names that are known stay. */
  firstName?: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  /** What a new one is taken to speak where the provider tells nobody's language. */
  likelyLanguage?: string;
  isBot: boolean;
};

/** The contact behind someone a provider showed us, known or new, with their newest name; a new one has its role by the rules. */
export async function identifyContact(
  workspaceId: number,
  provider: string,
  seen: SeenPerson,
): Promise<Contact> {
  const { externalId, likelyLanguage, ...person } = seen;
  const now = clock.now();
  const isNamed = person.firstName !== undefined;
  const named = {
    ...person,
    ...(isNamed && { lastName: person.lastName ?? null, username: person.username ?? null }),
    lastSeenAt: now,
  };
  const contact = await db.contact.upsert({
    where: { workspaceId_provider_externalId: { workspaceId, provider, externalId } },
    create: { workspaceId, provider, externalId, languageCode: likelyLanguage, ...named, firstSeenAt: now },
    update: named,
  });
  // Only of someone who is seen for the first time both are this moment.
  if (contact.firstSeenAt.getTime() !== now.getTime()) return contact;
  const changed = await transaction((tx) => applyRoleRules(tx, workspaceId, [contact.id]));
  return changed.length > 0 ? db.contact.findUniqueOrThrow({ where: { id: contact.id } }) : contact;
}
