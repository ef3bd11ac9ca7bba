import type { Contact, Prisma } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import type { ContactRoleName } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

export type ContactsQuery = {
  roles?: readonly ContactRoleName[];
  q?: string;
  limit: number;
  offset: number;
};

/** A page of the workspace's people and bots, last seen first; those merged into another stand there. Throws `forbidden`. */
export async function listContacts(
  actor: ApiKeyActor,
  { roles, q, limit, offset }: ContactsQuery,
): Promise<{ contacts: Contact[]; total: number }> {
  requireScope(actor, "contacts:read");
  const where: Prisma.ContactWhereInput = {
    workspaceId: actor.workspaceId,
    mergedIntoId: null,
    ...(roles && { role: { in: [...roles] } }),
    ...(q && { AND: q.split(/\s+/).filter(Boolean).map(hasWord) }),
  };
  const [contacts, total] = await Promise.all([
    db.contact.findMany({
      where,
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: limit,
      skip: offset,
    }),
    db.contact.count({ where }),
  ]);
  return { contacts, total };
}

function hasWord(word: string): Prisma.ContactWhereInput {
  const contains = {
    contains: escapeLike(word.replace(/^@/, "")),
    mode: "insensitive" as const,
  };
  return {
    OR: [{ firstName: contains }, { lastName: contains }, { username: contains }, { externalId: word }],
  };
}
