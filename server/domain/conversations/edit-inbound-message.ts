import { recordChange } from "@/server/domain/conversations/record-change";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

export type InboundEdit = { chatExternalId: string; messageExternalId: string; text: string };

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
      include: {
        message: {
          include: { conversation: true, links: { where: { inbound: false }, include: { chat: true } } },
        },
      },
    });
    if (!link || link.message.text === edit.text || link.message.workspaceId !== actor.workspaceId) return;
    const { message } = link;
    await tx.message.update({ where: { id: message.id }, data: { text: edit.text, editedAt: clock.now() } });
    const conversation = await recordChange(tx, message.conversationId, {
      type: "edit",
      messageId: message.id,
    });
    for (const copy of message.links) {
      await queueDelivery(tx, {
        workspaceId: message.workspaceId,
        resourceId: copy.chat.resourceId,
        chatId: copy.chatId,
        messageId: message.id,
        act: { type: "edit", externalId: copy.externalId, message: { text: edit.text } },
        dedupeKey: `edit:${copy.id}:r${conversation.revision}`,
      });
    }
    const unanswered = message.author === "customer" && message.seq > conversation.answeredSeq;
    if (unanswered && conversation.state === "assistant") await wakeAssistant(tx, conversation);
  });
}
