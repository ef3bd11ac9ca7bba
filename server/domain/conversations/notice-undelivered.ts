import type { Chat, Delivery, Message } from "@/prisma/generated/client";
import { deliveryFailure } from "@/server/domain/conversations/delivery-failure";
import { messageWords } from "@/server/domain/conversations/message-words";
import { noticeNotPassedOn } from "@/server/domain/conversations/notice-not-passed-on";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { channelHas } from "@/server/domain/messages/channel-has";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";

/**
 * Tells whoever wrote a message, beside it, that it did not arrive or may not have, and lets them send it again: managers
 * in the topic, customers in their chat with the bot. Remembers a blocked bot.
 */
export async function noticeUndelivered(
  tx: Tx,
  delivery: Delivery & { chat: Chat },
  message: Message,
): Promise<void> {
  if (delivery.chat.type !== "private") return noticeNotPassedOn(tx, delivery, message);
  if (delivery.errorCode === "blocked" && delivery.chat.contactId) {
    await tx.contact.update({ where: { id: delivery.chat.contactId }, data: { blockedAt: clock.now() } });
  }
  if (message.author !== "manager") return;
  const topic = await tx.topic.findFirst({
    where: { conversationId: message.conversationId, state: { in: ["opening", "open"] } },
    orderBy: { id: "desc" },
    include: { chat: true },
  });
  if (!topic) return;
  const { provider } = await tx.resource.findUniqueOrThrow({ where: { id: delivery.chat.resourceId } });
  const miniApp = channelHas(provider, "mini_app") ? "yes" : "no";
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: message.workspaceId } });
  const locale = localeFor(workspace.locale);
  const attachments = await tx.attachment.findMany({
    where: { messageId: message.id },
    orderBy: { position: "asc" },
  });
  const own = await tx.messageLink.findFirst({
    where: { messageId: message.id, chatId: topic.chatId, inbound: true },
    orderBy: { id: "asc" },
  });
  await queueDelivery(tx, {
    ...topicPlace(topic),
    act: {
      type: "message",
      message: {
        text: words(delivery, messageWords({ text: message.text, attachments }, locale), locale, miniApp),
        buttons: [[{ label: phrase(locale, "Bot.retry"), data: `retry:${delivery.id}` }]],
        ...(own && { replyToExternalId: own.externalId }),
      },
    },
    // A message that was sent again may fail again.
    dedupeKey: `undelivered:${delivery.id}:${clock.now().getTime()}`,
  });
}

/** `miniApp`: whether the customer can see it there all the same, “yes” or “no”. */
function words(delivery: Delivery, text: string, locale: Locale, miniApp: string): string {
  const failure = deliveryFailure(delivery);
  const detail = delivery.errorDetail ?? delivery.errorCode ?? "";
  if (failure === "blocked") return phrase(locale, "Bot.undeliveredBlocked", { miniApp });
  if (failure === "unknown") return phrase(locale, "Bot.deliveryUnknown", { text: shortened(text), miniApp });
  return phrase(locale, failure === "refused" ? "Bot.undeliveredRefused" : "Bot.undelivered", {
    detail,
    miniApp,
  });
}

/** The beginning of a text; a character of several units stays whole. */
function shortened(text: string): string {
  const [...characters] = text;
  return characters.length > 80 ? `${characters.slice(0, 80).join("")}…` : text;
}
