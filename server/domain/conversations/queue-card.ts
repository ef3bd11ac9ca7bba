import type { Contact, Conversation, Resource, Topic, Workspace } from "@/prisma/generated/client";
import { cardMessage } from "@/server/domain/conversations/card-message";
import { topicPriority } from "@/server/domain/conversations/topic-priority";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

export type CardConversation = Conversation & { contact: Contact; resource: Resource; workspace: Workspace };

/** Queues the customer's card for a topic; `key` tells one asking from another (each revision shows it once). */
export async function queueCard(
  tx: Tx,
  conversation: CardConversation,
  topic: Topic,
  key?: string,
): Promise<void> {
  const earlier = await tx.conversation.findMany({
    where: { contactId: conversation.contactId, id: { lt: conversation.id } },
    orderBy: { id: "desc" },
    take: 3,
    select: { id: true, openedAt: true, rating: true, handoffReason: true },
  });
  const earlierCount = await tx.conversation.count({
    where: { contactId: conversation.contactId, id: { lt: conversation.id } },
  });
  await queueDelivery(tx, {
    workspaceId: conversation.workspaceId,
    resourceId: conversation.resourceId,
    chatId: topic.chatId,
    topicId: topic.id,
    act: { type: "message", message: cardMessage(conversation, earlier, earlierCount) },
    priority: topicPriority(conversation),
    dedupeKey: `card:${topic.id}:${key ?? `r${conversation.revision}`}`,
  });
}
