import type { Conversation, Message } from "@/prisma/generated/client";
import { openChatButton } from "@/server/domain/conversations/open-chat-button";
import { awaitsBytes, outgoingMedia, withFiles } from "@/server/domain/conversations/outgoing-media";
import { messageText } from "@/server/domain/conversations/topic-lines";
import { bytesAwaitedUntil } from "@/server/domain/files/release-copies";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";
import type { OutgoingButton } from "@/server/providers/provider";

/**
 * Has the bot deliver a message of ours in the customer's private chat, unless the customer has the Mini App open
 * and writes there: then the page shows it already.
 */
export async function pushToCustomer(
  tx: Tx,
  conversation: Conversation,
  message: Message,
  buttons: OutgoingButton[][] = [],
): Promise<void> {
  if (conversation.lastOrigin !== "bot" && (await hasMiniAppOpen(tx, conversation))) return;
  const chat = await tx.chat.findFirst({
    where: { resourceId: conversation.resourceId, contactId: conversation.contactId, type: "private" },
    include: { resource: { select: { id: true, provider: true } } },
  });
  if (!chat) return;
  const locale = localeFor(conversation.language);
  // What the product itself says carries no files.
  const attachments =
    message.author === "manager"
      ? await tx.attachment.findMany({ where: { messageId: message.id }, ...withFiles })
      : [];
  const replyTo = message.replyToId
    ? await tx.messageLink.findFirst({
        where: { chatId: chat.id, messageId: message.replyToId },
        orderBy: { id: "asc" },
      })
    : null;
  const { resourceId } = conversation;
  const way = { byResourceId: resourceId, ownResourceId: resourceId };
  await queueDelivery(tx, {
    ...(awaitsBytes(attachments, way) && { notBefore: bytesAwaitedUntil() }),
    workspaceId: conversation.workspaceId,
    resourceId: conversation.resourceId,
    chatId: chat.id,
    messageId: message.id,
    act: {
      type: "message",
      message: {
        ...messageText(message),
        ...(attachments.length > 0 && { media: outgoingMedia(attachments, locale, way) }),
        buttons: [...buttons, ...openChatButton(chat.resource, conversation.language)],
        ...(replyTo && { replyToExternalId: replyTo.externalId }),
      },
    },
    dedupeKey: `message:${message.id}:customer`,
  });
}

async function hasMiniAppOpen(tx: Tx, { contactId, resourceId }: Conversation): Promise<boolean> {
  const open = await tx.miniAppPresence.findFirst({
    where: { contactId, resourceId, expiresAt: { gt: clock.now() } },
    select: { id: true },
  });
  return open !== null;
}
