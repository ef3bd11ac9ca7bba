import type { Message } from "@/prisma/generated/client";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { localeFor, phrase } from "@/server/lib/phrases";
import type { OutgoingAct } from "@/server/providers/provider";

/** Stands before a text that was edited where the copy itself cannot follow. */
export const editMark = "✏️";

/** Has the copies that we made of a message in provider chats (in one chat, if named) follow its newest text. */
export async function queueEdit(tx: Tx, message: Message, onlyChatId?: number): Promise<void> {
  const links = await tx.messageLink.findMany({
    where: { messageId: message.id, inbound: false, chatId: onlyChatId },
    orderBy: { id: "asc" },
    include: { chat: true },
  });
  const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: message.conversationId } });
  const label = phrase(localeFor(conversation.language), "Bot.openChat");
  for (const [chatId, copies] of Map.groupBy(links, (link) => link.chatId)) {
    const [first] = copies;
    if (!first) continue;
    const { chat } = first;
    const buttons =
      chat.type === "private" ? [[{ label, miniApp: miniAppAddress(chat.resourceId) }]] : undefined;
    // A text that went out in pieces comes again as a whole: pieces cannot be cut the same way twice.
    const act: OutgoingAct =
      copies.length === 1
        ? { type: "edit", externalId: first.externalId, message: { text: message.text, buttons } }
        : {
            type: "message",
            message: { text: `${editMark} ${message.text}`, buttons, replyToExternalId: first.externalId },
          };
    const topic =
      chat.type === "private"
        ? null
        : await tx.topic.findFirst({
            where: { conversationId: conversation.id, chatId, state: { not: "deleted" } },
            orderBy: { id: "desc" },
          });
    await queueDelivery(tx, {
      workspaceId: message.workspaceId,
      resourceId: chat.resourceId,
      chatId,
      topicId: act.type === "message" ? topic?.id : undefined,
      messageId: act.type === "edit" ? message.id : undefined,
      act,
      dedupeKey: `edit:${first.id}:${message.editedAt?.getTime() ?? 0}`,
    });
  }
}
