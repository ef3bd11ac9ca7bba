import type { Chat, Resource } from "@/prisma/generated/client";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { possibleGroups } from "@/server/domain/resources/possible-groups";
import type { Tx } from "@/server/lib/db";

/**
 * The managers' group that takes a new conversation of the resource, its own or another resource's, see
 * `possibleGroups`: of the first resource's that work the one with the fewest open topics. Where none works the
 * conversation waits in one of them; null, with an alert, when there is none.
 */
export async function managersChat(tx: Tx, resource: Resource): Promise<Chat | null> {
  const possible = await possibleGroups(tx, resource);
  const groups = possible.find((some) => some.some(isWorking)) ?? possible[0] ?? [];
  const [first] = groups;
  if (!first) {
    await raiseAlert(tx, resource.workspaceId, "group_missing", resource.name);
    return null;
  }
  const working = groups.filter(isWorking);
  const eligible = working.length > 0 ? working : groups;
  if (eligible.length === 1) return eligible[0] ?? first;
  const topics = await tx.topic.groupBy({
    by: ["chatId"],
    where: { chatId: { in: eligible.map(({ id }) => id) }, state: { in: ["opening", "open"] } },
    _count: true,
  });
  const load = new Map(topics.map(({ chatId, _count }) => [chatId, _count]));
  const [chosen] = eligible.toSorted((one, other) => (load.get(one.id) ?? 0) - (load.get(other.id) ?? 0));
  return chosen ?? first;
}

function isWorking({ errorCode }: Chat): boolean {
  return errorCode === null;
}
