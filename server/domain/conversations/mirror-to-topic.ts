import type { Conversation } from "@/prisma/generated/client";
import { displayName, packLines, topicLine } from "@/server/domain/conversations/topic-lines";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

/**
 * Queues for the conversation's topic what managers have not seen there yet. While the assistant leads, nothing
 * goes there: the group takes few messages a minute, and the next handover brings the history along.
 */
export async function mirrorToTopic(tx: Tx, conversation: Conversation): Promise<void> {
  if (conversation.state === "assistant") return;
  const topic = await tx.topic.findFirst({
    where: { conversationId: conversation.id, state: { not: "deleted" } },
    orderBy: { id: "desc" },
  });
  if (!topic) return;
  // A topic that replaces a deleted one gets everything, what managers wrote in the old one too.
  const isNew = topic.mirroredSeq === 0;
  const messages = await tx.message.findMany({
    where: {
      conversationId: conversation.id,
      seq: { gt: topic.mirroredSeq },
      ...(!isNew && { kind: { not: "note" } }),
    },
    orderBy: { seq: "asc" },
    include: { contact: true, replyTo: { include: { links: { where: { chatId: topic.chatId } } } } },
  });
  const last = messages.at(-1);
  if (!last) return;
  await tx.topic.update({ where: { id: topic.id }, data: { mirroredSeq: last.seq } });
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: conversation.contactId } });
  const place = {
    workspaceId: conversation.workspaceId,
    resourceId: conversation.resourceId,
    chatId: topic.chatId,
    topicId: topic.id,
  };
  // What a manager wrote in this topic stands there already; what they wrote in a deleted one is older than this one.
  const unseen = messages.filter(
    (message) => message.origin !== "topic" || message.createdAt < topic.createdAt,
  );
  const [only] = unseen;
  if (unseen.length === 1 && only) {
    const replyTo = only.replyTo?.links[0]?.externalId;
    const text = only.author === "customer" ? only.text : topicLine(only, displayName(contact));
    await queueDelivery(tx, {
      ...place,
      messageId: only.id,
      act: { type: "message", message: { text, ...(replyTo && { replyToExternalId: replyTo }) } },
      dedupeKey: `message:${only.id}:topic:${topic.id}`,
    });
    return;
  }
  const lines = unseen.map((message) => topicLine(message, displayName(contact)));
  for (const [index, message] of packLines(lines).entries()) {
    await queueDelivery(tx, {
      ...place,
      act: { type: "message", message },
      dedupeKey: `history:${topic.id}:${last.seq}:${index}`,
    });
  }
}
