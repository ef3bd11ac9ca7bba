import type { Contact } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { findContact } from "@/server/domain/contacts/for-programs/find-contact";
import type { ApiKeyActor } from "@/server/lib/actor";

/** One person or bot, see findContact for the id. Throws `forbidden`, `not_found` (`contact`). */
export async function readContact(actor: ApiKeyActor, id: string): Promise<Contact> {
  requireScope(actor, "contacts:read");
  return findContact(actor.workspaceId, id);
}
