import { auditLead } from "@/server/domain/conversations/audit-lead";
import { endConversation } from "@/server/domain/conversations/end-conversation";
import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import { requireServing } from "@/server/domain/conversations/require-serving";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** A manager ends a conversation; the customer is told and asked for a rating. */
export async function closeConversation(
  actor: StaffContactActor | MemberActor,
  target: ConversationTarget,
): Promise<StaffResult> {
  requireServing(actor);
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    await endConversation(tx, conversation, "manager");
    await auditLead(tx, actor, "conversation.closed", conversation);
    return { ok: true };
  });
}
