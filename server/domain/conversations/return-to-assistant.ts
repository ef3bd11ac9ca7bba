import { auditLead } from "@/server/domain/conversations/audit-lead";
import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import { requireServing } from "@/server/domain/conversations/require-serving";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** A manager hands a conversation back to the assistant, who answers from the customer's next message on. */
export async function returnToAssistant(
  actor: StaffContactActor | MemberActor,
  target: ConversationTarget,
): Promise<StaffResult> {
  requireServing(actor);
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    if (conversation.state === "assistant") return { ok: true };
    const returned = await sayPhrase(
      tx,
      conversation,
      { key: "Bot.backToAssistant", author: "system" },
      {
        state: "assistant",
        offer: "none",
        handoffReason: null,
        waitingSince: null,
        managerContactId: null,
        managerUserId: null,
        ...waitsForPerson(null),
        answeredSeq: conversation.lastSeq,
      },
    );
    await queueTopicLook(tx, returned);
    await auditLead(tx, actor, "conversation.returned", conversation);
    return { ok: true };
  });
}
