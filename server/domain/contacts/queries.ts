import type { Prisma } from "@/prisma/generated/client";
import type { ContactView } from "@/server/domain/contacts/schema";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

const mostFound = 20;

/** People of the workspace by name, @username, the channel's id or ours; last seen first. Throws `forbidden`. */
export async function searchContacts(
  actor: MemberActor,
  { query }: { query: string },
): Promise<ContactView[]> {
  requirePermission(actor, "contacts.export");
  const id = /^#?\d{1,9}$/.test(query) ? Number(query.replace("#", "")) : null;
  const contacts = await db.contact.findMany({
    where: {
      workspaceId: actor.workspaceId,
      OR: [{ externalId: query }, ...(id ? [{ id }] : []), { AND: query.split(/\s+/).map(hasWord) }],
    },
    include: { _count: { select: { conversations: true } } },
    orderBy: { lastSeenAt: "desc" },
    take: mostFound,
  });
  return contacts.map((contact) => ({
    id: contact.id,
    name: displayName(contact),
    username: contact.username,
    provider: contact.provider,
    externalId: contact.externalId,
    role: contact.role,
    lastSeenAt: contact.lastSeenAt.toISOString(),
    conversations: contact._count.conversations,
  }));
}

function hasWord(word: string): Prisma.ContactWhereInput {
  const contains = { contains: escapeLike(word.replace(/^@/, "")), mode: "insensitive" as const };
  return { OR: [{ firstName: contains }, { lastName: contains }, { username: contains }] };
}
