import type { Conversation, Message } from "@/prisma/generated/client";
import { outgoingMedia, withFiles } from "@/server/domain/conversations/outgoing-media";
import { messageText } from "@/server/domain/conversations/topic-lines";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { localeFor, phrase } from "@/server/lib/phrases";
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
  await queueDelivery(tx, {
    workspaceId: conversation.workspaceId,
    resourceId: conversation.resourceId,
    chatId: chat.id,
    messageId: message.id,
    act: {
      type: "message",
      message: {
        ...messageText(message),
        ...(attachments.length > 0 && { media: outgoingMedia(attachments, locale) }),
        buttons: [...buttons, [openChatButton(conversation)]],
        ...(replyTo && { replyToExternalId: replyTo.externalId }),
      },
    },
    dedupeKey: `message:${message.id}:customer`,
  });
}

/** The button under every message of ours that opens the conversation in the Mini App. */
export function openChatButton({
  language,
  resourceId,
}: Pick<Conversation, "language" | "resourceId">): OutgoingButton {
  return { label: phrase(localeFor(language), "Bot.openChat"), miniApp: miniAppAddress(resourceId) };
}

async function hasMiniAppOpen(tx: Tx, { contactId, resourceId }: Conversation): Promise<boolean> {
  const open = await tx.miniAppPresence.findFirst({
    where: { contactId, resourceId, expiresAt: { gt: clock.now() } },
    select: { id: true },
  });
  return open !== null;
}
