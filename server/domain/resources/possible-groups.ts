import type { Chat, Resource } from "@/prisma/generated/client";
import { channelHas } from "@/server/domain/messages/channel-has";
import { groupChats } from "@/server/domain/resources/group-chats";
import type { Tx } from "@/server/lib/db";

/**
 * The managers' groups that may show a resource's conversations: its own, else those of the workspace's other running
 * resources that have topics, one resource after the other: one without troubles first, one of the same world before
 * others, then the oldest.
 */
export async function possibleGroups(tx: Tx, resource: Resource): Promise<Chat[][]> {
  const own = await groupsOf(tx, resource);
  if (own.length > 0) return [own];
  const others = await tx.resource.findMany({
    where: {
      workspaceId: resource.workspaceId,
      id: { not: resource.id },
      state: { in: ["active", "error"] },
    },
    orderBy: { id: "asc" },
  });
  const rank = ({ state, world }: Resource) =>
    (state === "active" ? 0 : 2) + (world === resource.world ? 0 : 1);
  const groups: Chat[][] = [];
  for (const other of others.toSorted((one, next) => rank(one) - rank(next)))
    groups.push(await groupsOf(tx, other));
  return groups.filter(({ length }) => length > 0);
}

async function groupsOf(tx: Tx, resource: Resource): Promise<Chat[]> {
  return channelHas(resource.provider, "topics") ? groupChats(tx, resource) : [];
}
