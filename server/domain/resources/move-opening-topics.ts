import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { managersChat } from "@/server/domain/resources/managers-chat";
import { workingGroups } from "@/server/domain/resources/working-groups";
import { db, type Tx, transaction } from "@/server/lib/db";

/**
 * Topics of a workspace that were not made yet and are to stand in a group that does not work, or is no managers' group
 * any more, go to one that works, with all that waits for them.
 */
export async function moveOpeningTopics(workspaceId: number): Promise<void> {
  const waiting = { state: "opening" as const, externalId: null };
  const resources = await db.resource.findMany({
    where: {
      workspaceId,
      conversations: { some: { state: { not: "closed" }, topics: { some: waiting } } },
    },
    orderBy: { id: "asc" },
  });
  for (const resource of resources) {
    const working = await workingGroups(db, resource);
    if (working.length === 0) continue;
    const stuck = await db.topic.findMany({
      where: {
        ...waiting,
        chatId: { notIn: working },
        conversation: { resourceId: resource.id, state: { not: "closed" } },
      },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    for (const { id } of stuck) {
      await transaction(async (tx) => {
        const to = await managersChat(tx, resource);
        if (to && to.errorCode === null) await moveTopic(tx, id, to.id);
      });
    }
  }
}

async function moveTopic(tx: Tx, topicId: number, toChatId: number): Promise<void> {
  const { chatId } = await tx.topic.findUniqueOrThrow({ where: { id: topicId } });
  // Locked: a send that begins now waits for us, and then finds the delivery in its new place.
  const waiting = await tx.$queryRaw<{ started: boolean }[]>`
    select started_at is not null as started from deliveries
    where chat_id = ${chatId} and state = 'pending' and topic_id = ${topicId} for update`;
  if (waiting.some(({ started }) => started)) return;
  const { count } = await tx.topic.updateMany({
    where: { id: topicId, externalId: null, state: "opening" },
    data: { chatId: toChatId },
  });
  if (count === 0) return;
  const { resourceId } = await tx.chat.findUniqueOrThrow({ where: { id: toChatId } });
  await tx.delivery.updateMany({
    where: { chatId, topicId, state: "pending" },
    data: { chatId: toChatId, resourceId, notBefore: null },
  });
  await wakeChat(tx, toChatId);
}
