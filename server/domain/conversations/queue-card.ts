import type { Contact, Conversation, Resource, Workspace } from "@/prisma/generated/client";
import { cardMessage } from "@/server/domain/conversations/card-message";
import type { StandingTopic } from "@/server/domain/conversations/standing-topic";
import { topicPlace } from "@/server/domain/conversations/topic-place";
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
  topic: StandingTopic,
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
  const isGuest = topic.chat.resourceId !== conversation.resourceId;
  const message = cardMessage(conversation, earlier, earlierCount, isGuest);
  const act = { type: "message" as const, message };
  const here = { chatId: topic.chatId, topicId: topic.id };
  // A card that failed stands before its history: it goes in its old place, as it reads now.
  const failed = await tx.delivery.findFirst({
    where: { ...here, state: unsent, dedupeKey: { startsWith: "card:" } },
    select: { id: true },
  });
  if (failed) await tx.delivery.update({ where: failed, data: { act } });
  else
    await queueDelivery(tx, {
      ...topicPlace(topic),
      act,
      priority: topicPriority(conversation),
      dedupeKey: `card:${topic.id}:${key ?? `r${conversation.revision}`}`,
    });
  await sendAgain(tx, { ...here, ...cardOrHistory });
}
