import type { PersonContact } from "@/server/domain/contacts/schema";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { db } from "@/server/lib/db";

/** A person's contacts as pages show them, in the order of `ids` (see personContactIds). */
export async function personContacts(workspaceId: number, ids: number[]): Promise<PersonContact[]> {
  const contacts = await db.contact.findMany({ where: { workspaceId, id: { in: ids } } });
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return ids.flatMap((id) => {
    const contact = byId.get(id);
    if (!contact) return [];
    const { username, provider, externalId, role, lastSeenAt, mergedIntoId } = contact;
    return {
      id,
      name: displayName(contact),
      username,
      provider,
      externalId,
      role,
      lastSeenAt: lastSeenAt.toISOString(),
      isMain: mergedIntoId === null,
    };
  });
}
