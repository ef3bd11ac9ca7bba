import type { Contact, Conversation, Resource, Topic, Workspace } from "@/prisma/generated/client";
import { cardMessage } from "@/server/domain/conversations/card-message";
import { topicPriority } from "@/server/domain/conversations/topic-priority";
import { cardOrHistory } from "@/server/domain/messages/is-card-or-history";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { sendAgain, unsent } from "@/server/domain/messages/send-again";
import type { Tx } from "@/server/lib/db";

export type CardConversation = Conversation & { contact: Contact; resource: Resource; workspace: Workspace };

/**
 * Queues the customer's card for a topic, and once more what of card and history could not be shown there; `key` tells
 * one asking from another (each revision shows it once).
 */
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
  const act = { type: "message" as const, message: cardMessage(conversation, earlier, earlierCount) };
  const here = { chatId: topic.chatId, topicId: topic.id };
  // A card that failed stands before its history: it goes in its old place, as it reads now.
  const failed = await tx.delivery.findFirst({
    where: { ...here, state: unsent, dedupeKey: { startsWith: "card:" } },
    select: { id: true },
  });
  if (failed) await tx.delivery.update({ where: failed, data: { act } });
  else
    await queueDelivery(tx, {
      ...here,
      workspaceId: conversation.workspaceId,
      resourceId: conversation.resourceId,
      act,
      priority: topicPriority(conversation),
      dedupeKey: `card:${topic.id}:${key ?? `r${conversation.revision}`}`,
    });
  await sendAgain(tx, { ...here, ...cardOrHistory });
}
