import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { groupChats } from "@/server/domain/resources/group-chats";
import { managersChat } from "@/server/domain/resources/managers-chat";
import { db, type Tx, transaction } from "@/server/lib/db";

/**
 * Topics that were not made yet and are to stand in a group that does not work, or is no managers' group any more, go
 * to one that works, with all that waits for them. True when there is a group that works.
 */
export async function moveOpeningTopics(resourceId: number): Promise<boolean> {
  const resource = await db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  const working = (await transaction((tx) => groupChats(tx, resource))).filter(
    ({ errorCode }) => errorCode === null,
  );
  if (working.length === 0) return false;
  const stuck = await db.topic.findMany({
    where: {
      state: "opening",
      externalId: null,
      chatId: { notIn: working.map(({ id }) => id) },
      conversation: { resourceId, state: { not: "closed" } },
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
  return true;
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
  await tx.delivery.updateMany({
    where: { chatId, topicId, state: "pending" },
    data: { chatId: toChatId, notBefore: null },
  });
  await wakeChat(tx, toChatId);
}
