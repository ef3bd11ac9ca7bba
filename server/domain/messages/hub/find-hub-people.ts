import { displayName } from "@/server/domain/conversations/topic-lines";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

const mostFound = 20;

/** People and bots of the workspace by a part of their name or @username, last seen first. Throws `forbidden`. */
export async function findHubPeople(
  actor: MemberActor,
  { search }: { search: string },
): Promise<{ id: number; name: string; username: string | null }[]> {
  requirePermission(actor, "hub.view");
  const words = search.split(/\s+/).filter(Boolean);
  const found = await db.contact.findMany({
    where: {
      workspaceId: actor.workspaceId,
      mergedIntoId: null,
      AND: words.map((word) => {
        const contains = { contains: escapeLike(word.replace(/^@/, "")), mode: "insensitive" as const };
        return { OR: [{ firstName: contains }, { lastName: contains }, { username: contains }] };
      }),
    },
    orderBy: { lastSeenAt: "desc" },
    take: mostFound,
  });
  return found.map((contact) => ({
    id: contact.id,
    name: displayName(contact),
    username: contact.username,
  }));
}
