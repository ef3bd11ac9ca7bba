import type { Conversation, Message } from "@/prisma/generated/client";
import { editMark } from "@/server/domain/conversations/queue-edit";
import { displayName, topicLine } from "@/server/domain/conversations/topic-lines";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { topicPriority } from "@/server/domain/conversations/topic-priority";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

/**
 * Tells an edit of the customer's in the topic as a new message where the message stands there only together with
 * others (in the packed history, or merged while the group was flooded) and so cannot be edited.
 */
export async function tellEditAnew(tx: Tx, conversation: Conversation, message: Message): Promise<void> {
  if (message.author !== "customer" || conversation.state === "assistant" || conversation.state === "closed")
    return;
  const topic = await tx.topic.findFirst({
    where: { conversationId: conversation.id, state: { not: "deleted" }, mirroredSeq: { gte: message.seq } },
    orderBy: { id: "desc" },
    include: { chat: true },
  });
  if (!topic) return;
  const copies = await tx.delivery.findMany({
    where: { messageId: message.id, topicId: topic.id },
    select: { merged: true },
  });
  if (copies.length > 0 && !copies.some(({ merged }) => merged)) return;
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: conversation.contactId } });
  await queueDelivery(tx, {
    ...topicPlace(topic),
    messageId: message.id,
    act: {
      type: "message",
      message: topicLine({ ...message, contact, user: null }, displayName(contact), `${editMark} `),
    },
    priority: topicPriority(conversation),
    dedupeKey: `edited:${message.id}:topic:${topic.id}:${message.editedAt?.getTime() ?? 0}`,
  });
}
