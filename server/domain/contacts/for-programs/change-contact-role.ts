import type { Contact } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { findContact } from "@/server/domain/contacts/for-programs/find-contact";
import { setContactRole } from "@/server/domain/contacts/set-contact-role";
import type { ContactRoleName } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";

/** Gives a person a role by hand and returns them as they are then, see findContact for the id. Throws `forbidden`, `not_found` (`contact`). */
export async function changeContactRole(
  actor: ApiKeyActor,
  id: string,
  { role }: { role: ContactRoleName },
): Promise<Contact> {
  requireScope(actor, "contacts:write");
  const contact = await findContact(actor.workspaceId, id);
  await setContactRole(actor, { contactId: contact.id, role });
  return findContact(actor.workspaceId, String(contact.id));
}
