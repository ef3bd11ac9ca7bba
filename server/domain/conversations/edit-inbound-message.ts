import { isDeepStrictEqual } from "node:util";
import type { Conversation, Message } from "@/prisma/generated/client";
import { editMark, queueEdit } from "@/server/domain/conversations/queue-edit";
import { recordChange } from "@/server/domain/conversations/record-change";
import { displayName, topicLine } from "@/server/domain/conversations/topic-lines";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/** `text` with its formatting, or the caption, as it reads now. */
export type InboundEdit = {
  chatExternalId: string;
  messageExternalId: string;
  text: string;
  entities?: TextEntity[];
};

/**
 * Follows an edit that a customer or manager made on the provider's side, also where we had passed the message on.
 * A question edited before it was answered is answered as it now reads.
 */
export async function editInboundMessage(
  actor: CustomerActor | StaffContactActor,
  edit: InboundEdit,
): Promise<void> {
  await transaction(async (tx) => {
    const link = await tx.messageLink.findFirst({
      where: {
        externalId: edit.messageExternalId,
        inbound: true,
        chat: { resourceId: actor.resourceId, externalId: edit.chatExternalId },
      },
      include: { message: { include: { attachments: true, links: { where: { inbound: true } } } } },
    });
    if (!link || link.message.workspaceId !== actor.workspaceId) return;
    const { attachments, links, ...before } = link.message;
    const { text, entities = [] } = edit;
    if (before.text === text && isDeepStrictEqual(before.entities, entities)) return;
    // Nothing is left to show, or it is the part of an album that never had the caption.
    if (!text && (attachments.length === 0 || links.length > 1)) return;
    const message = await tx.message.update({
      where: { id: before.id },
      data: { text, entities, editedAt: clock.now() },
    });
    const conversation = await recordChange(tx, message.conversationId, {
      type: "edit",
      messageId: message.id,
    });
    await queueEdit(tx, message);
    await tellInHistory(tx, conversation, message);
    const unanswered = message.author === "customer" && message.seq > conversation.answeredSeq;
    if (unanswered && conversation.state === "assistant") await wakeAssistant(tx, conversation);
  });
}

/** A message that stands in the topic only inside the packed history cannot be edited there: it is told anew. */
async function tellInHistory(tx: Tx, conversation: Conversation, message: Message): Promise<void> {
  if (message.author !== "customer" || conversation.state === "assistant" || conversation.state === "closed")
    return;
  const topic = await tx.topic.findFirst({
    where: { conversationId: conversation.id, state: { not: "deleted" }, mirroredSeq: { gte: message.seq } },
    orderBy: { id: "desc" },
  });
  if (!topic) return;
  const alone = await tx.delivery.count({ where: { messageId: message.id, topicId: topic.id } });
  if (alone > 0) return;
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: conversation.contactId } });
  await queueDelivery(tx, {
    workspaceId: message.workspaceId,
    resourceId: conversation.resourceId,
    chatId: topic.chatId,
    topicId: topic.id,
    act: {
      type: "message",
      message: { text: `${editMark} ${topicLine({ ...message, contact }, displayName(contact))}` },
    },
    dedupeKey: `edited:${message.id}:topic:${topic.id}:r${conversation.revision}`,
  });
}
