import type { Contact } from "@/prisma/generated/client";
import { contactByProviderId } from "@/server/domain/contacts/for-programs/contact-by-provider-id";
import { ownId } from "@/server/domain/messages/hub/for-programs/own-id";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * The contact with this id of ours; an id that is none of ours is taken for the provider's, which clients of older hubs
 * have kept. Throws `not_found` (`contact`).
 */
export async function findContact(workspaceId: number, id: string): Promise<Contact> {
  const own = ownId(id);
  const contact = own === null ? null : await db.contact.findFirst({ where: { id: own, workspaceId } });
  const found = contact ?? (await contactByProviderId(workspaceId, { userId: id }));
  if (!found) throw new AppError("not_found", "contact", "There is no such person in this workspace.");
  return found;
}
