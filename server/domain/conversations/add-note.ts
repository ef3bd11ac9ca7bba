import { appendMessage } from "@/server/domain/conversations/append-message";
import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import { memberClientId } from "@/server/domain/conversations/member-client-id";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import { requireServing } from "@/server/domain/conversations/require-serving";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** `id`: the provider's of the message in the topic, or the page's own; the same twice is one note. */
export type NewNote = ConversationTarget & { text: string; id: string };

/** Keeps a private note of staff with the conversation, a closed one too; the customer never sees it, the topic does. */
export async function addNote(
  actor: StaffContactActor | MemberActor,
  { text, id, ...target }: NewNote,
): Promise<StaffResult> {
  requireServing(actor);
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    const isMember = actor.kind === "member";
    const clientId = isMember ? memberClientId(actor, id) : `note:${actor.resourceId}:${id}`;
    const known = await tx.message.findFirst({
      where: { conversationId: conversation.id, clientId },
      select: { id: true },
    });
    if (known) return { ok: true };
    const noted = await appendMessage(tx, conversation.id, {
      author: "manager",
      kind: "note",
      origin: isMember ? "browser" : "topic",
      ...(isMember ? { userId: actor.userId } : { contactId: actor.contactId }),
      text,
      clientId,
    });
    await mirrorToTopic(tx, noted.conversation);
    return { ok: true };
  });
}
