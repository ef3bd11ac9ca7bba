import { endConversation } from "@/server/domain/conversations/end-conversation";
import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** A manager ends a conversation; the customer is told and asked for a rating. */
export async function closeConversation(
  actor: StaffContactActor | MemberActor,
  target: ConversationTarget,
): Promise<StaffResult> {
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    await endConversation(tx, conversation, "manager");
    return { ok: true };
  });
}
