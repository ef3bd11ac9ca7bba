import type { Contact } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A person by the provider's id; `resourceId` tells the provider where two call people so. */
export type ProviderPerson = { userId: string; resourceId?: number };

/** The contact whom a provider calls so; null when nobody knows them. Throws `bad_input` (`resource_id_needed`). */
export async function contactByProviderId(
  workspaceId: number,
  { userId, resourceId }: ProviderPerson,
): Promise<Contact | null> {
  const resource =
    resourceId === undefined ? null : await db.resource.findFirst({ where: { id: resourceId, workspaceId } });
  if (resourceId !== undefined && !resource) return null;
  const contacts = await db.contact.findMany({
    where: { workspaceId, externalId: userId, provider: resource?.provider },
    take: 2,
  });
  if (contacts.length > 1)
    throw new AppError(
      "bad_input",
      "resource_id_needed",
      "People of two providers have this id: say whose by resource_id.",
    );
  return contacts[0] ?? null;
}
