import { appendMessage } from "@/server/domain/conversations/append-message";
import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import type { StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Keeps a manager's private note with the conversation; the customer never sees it. */
export async function addNote(
  actor: StaffContactActor,
  { text, messageExternalId, ...target }: ConversationTarget & { text: string; messageExternalId: string },
): Promise<StaffResult> {
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    const clientId = `note:${actor.resourceId}:${messageExternalId}`;
    const known = await tx.message.findFirst({
      where: { conversationId: conversation.id, clientId },
      select: { id: true },
    });
    if (known) return { ok: true };
    await appendMessage(tx, conversation.id, {
      author: "manager",
      kind: "note",
      origin: "topic",
      contactId: actor.contactId,
      text,
      clientId,
    });
    return { ok: true };
  });
}
