import type { Chat, Delivery, Message } from "@/prisma/generated/client";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/** Tells the manager in the topic that a message did not reach the customer, or may not have; remembers a blocked bot. */
export async function noticeUndelivered(
  tx: Tx,
  delivery: Delivery & { chat: Chat },
  message: Message,
): Promise<void> {
  if (delivery.chat.type !== "private") return;
  const blocked = delivery.errorCode === "blocked";
  if (blocked && delivery.chat.contactId) {
    await tx.contact.update({ where: { id: delivery.chat.contactId }, data: { blockedAt: clock.now() } });
  }
  if (message.author !== "manager") return;
  const topic = await tx.topic.findFirst({
    where: { conversationId: message.conversationId, state: { in: ["opening", "open"] } },
    orderBy: { id: "desc" },
  });
  if (!topic) return;
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: message.workspaceId } });
  const locale = localeFor(workspace.locale);
  const text = blocked
    ? phrase(locale, "Bot.undeliveredBlocked")
    : delivery.state === "unknown"
      ? phrase(locale, "Bot.deliveryUnknown", { text: message.text.slice(0, 80) })
      : phrase(locale, "Bot.undelivered", { reason: delivery.errorDetail ?? delivery.errorCode ?? "" });
  await queueDelivery(tx, {
    workspaceId: message.workspaceId,
    resourceId: delivery.resourceId,
    chatId: topic.chatId,
    topicId: topic.id,
    act: { type: "message", message: { text } },
    dedupeKey: `undelivered:${delivery.id}`,
  });
}
