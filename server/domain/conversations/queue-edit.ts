import type { Message } from "@/prisma/generated/client";
import { openChatButton } from "@/server/domain/conversations/open-chat-button";
import { outgoingMedia, withFiles } from "@/server/domain/conversations/outgoing-media";
import { messageText } from "@/server/domain/conversations/topic-lines";
import { channelHas } from "@/server/domain/messages/channel-has";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";
import type { OutgoingAct, OutgoingMessage } from "@/server/providers/provider";

/** Stands before a text that was edited where the copy itself cannot follow. */
export const editMark = "✏️";

/**
 * Has the copies that we made of a message in provider chats (in one chat, if named) follow its newest text; with
 * `anew` by a message of its own, where the copy could not be changed.
 */
export async function queueEdit(tx: Tx, message: Message, onlyChatId?: number, anew = false): Promise<void> {
  const links = await tx.messageLink.findMany({
    where: {
      messageId: message.id,
      inbound: false,
      chatId: onlyChatId,
      // Edited for this text alone, a merged message would lose the others.
      chat: { deliveries: { none: { messageId: message.id, merged: true } } },
    },
    orderBy: { id: "asc" },
    include: { chat: { include: { resource: { select: { id: true, provider: true } } } } },
  });
  const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: message.conversationId } });
  const attachments = await tx.attachment.findMany({ where: { messageId: message.id }, ...withFiles });
  for (const [chatId, copies] of Map.groupBy(links, (link) => link.chatId)) {
    const [first] = copies;
    if (!first) continue;
    const { chat } = first;
    // Nothing can be pressed under an album.
    const hasButtons = chat.type === "private" && attachments.length < 2;
    const asMessages = channelHas(chat.resource.provider, "files");
    const way = { byResourceId: chat.resourceId, ownResourceId: conversation.resourceId };
    const media = asMessages ? undefined : outgoingMedia(attachments, localeFor(conversation.language), way);
    const buttons = hasButtons ? openChatButton(chat.resource, conversation.language) : undefined;
    const topic =
      chat.type === "private"
        ? null
        : await tx.topic.findFirst({
            where: {
              conversationId: conversation.id,
              chatId,
              state: { not: "deleted" },
              deliveries: { some: { messageId: message.id } },
            },
            orderBy: { id: "desc" },
          });
    // The copy went with a deleted topic.
    if (chat.type !== "private" && !topic) continue;
    await queueDelivery(tx, {
      workspaceId: message.workspaceId,
      resourceId: chat.resourceId,
      chatId,
      topicId: topic?.id,
      messageId: message.id,
      act: followingAct(message, copies, asMessages ? attachments.length : 0, { buttons, media }, anew),
      dedupeKey: `edit:${first.id}${anew ? ":anew" : ""}:${message.editedAt?.getTime() ?? 0}`,
    });
  }
}

/** Copies of files come first, one for each; the text stands under the first of them or in copies of its own. */
function followingAct(
  message: Message,
  copies: { externalId: string }[],
  files: number,
  beside: Pick<OutgoingMessage, "buttons" | "media">,
  anew: boolean,
): OutgoingAct {
  const [first] = copies;
  const [text, ...more] = copies.slice(files);
  const externalId = (text ?? first)?.externalId ?? "";
  // A text that went out in pieces comes again as a whole: pieces cannot be cut the same way twice.
  if (anew || more.length > 0) {
    const whole = messageText(message, `${editMark} `);
    return { type: "message", message: { ...whole, ...beside, replyToExternalId: externalId } };
  }
  const caption = files > 0 && !text;
  return {
    type: "edit",
    externalId,
    message: { ...messageText(message), ...beside },
    ...(caption && { caption }),
  };
}
