import type { Delivery, Message } from "@/prisma/generated/client";
import { deliveryFailure } from "@/server/domain/conversations/delivery-failure";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/**
 * Tells a customer who wrote to the bot, beside their message, that it did not reach the managers, and lets them send
 * it again. In the Mini App the message itself shows it.
 */
export async function noticeNotPassedOn(tx: Tx, delivery: Delivery, message: Message): Promise<void> {
  if (message.author !== "customer" || message.origin !== "bot") return;
  const link = await tx.messageLink.findFirst({
    where: { messageId: message.id, inbound: true, chat: { type: "private" } },
    orderBy: { id: "asc" },
    include: { chat: { select: { resourceId: true } } },
  });
  if (!link) return;
  const { language } = await tx.conversation.findUniqueOrThrow({ where: { id: message.conversationId } });
  const locale = localeFor(language);
  const reason = phrase(locale, "Bot.notPassedOnReason", { failure: deliveryFailure(delivery) });
  await queueDelivery(tx, {
    workspaceId: message.workspaceId,
    resourceId: link.chat.resourceId,
    chatId: link.chatId,
    act: {
      type: "message",
      message: {
        text: phrase(locale, "Bot.notPassedOn", { reason }),
        buttons: [[{ label: phrase(locale, "Bot.retry"), data: `retry:${message.id}` }]],
        replyToExternalId: link.externalId,
      },
    },
    // A message that was sent again may fail again.
    dedupeKey: `not-passed-on:${delivery.id}:${clock.now().getTime()}`,
  });
}
