import type { Conversation } from "@/prisma/generated/client";
import type { Released } from "@/server/domain/approvals/release-approvals";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { openChatButton } from "@/server/domain/conversations/push-to-customer";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";
import type { OutgoingMessage } from "@/server/providers/provider";

/**
 * Puts an approved message on its way. Where the person has an open conversation it becomes a part of it, so that their
 * Mini App and the managers see it; who leads the conversation stays as it is.
 */
export async function queueApproved(tx: Tx, approval: Released): Promise<void> {
  const { id, workspaceId, chatId, chat, text } = approval;
  const conversation = await openConversation(tx, approval);
  let messageId: number | undefined;
  let message: OutgoingMessage = { text };
  if (conversation) {
    const said = await appendMessage(tx, conversation.id, {
      author: "manager",
      origin: "api",
      userId: approval.decidedByKind === "member" ? approval.decidedById : null,
      text,
      clientId: `approval:${id}`,
    });
    await mirrorToTopic(tx, said.conversation);
    messageId = said.message.id;
    message = { text, buttons: [[openChatButton(said.conversation)]] };
  }
  await queueDelivery(tx, {
    workspaceId,
    resourceId: chat.resourceId,
    chatId,
    messageId,
    approvalId: id,
    act: { type: "message", message },
    dedupeKey: `approval:${id}`,
  });
}

/** The contact is locked before the conversation, as everywhere. */
async function openConversation(
  tx: Tx,
  { workspaceId, chat: { type, contactId, resourceId } }: Released,
): Promise<Conversation | null> {
  if (type !== "private" || contactId === null) return null;
  await tx.$queryRaw`select 1 from contacts where id = ${contactId} for no key update`;
  const [open] = await tx.$queryRaw<{ id: number }[]>`
    select id from conversations
    where workspace_id = ${workspaceId} and resource_id = ${resourceId} and contact_id = ${contactId} and state <> 'closed'
    order by id desc limit 1 for no key update`;
  return open ? tx.conversation.findUniqueOrThrow({ where: { id: open.id } }) : null;
}
