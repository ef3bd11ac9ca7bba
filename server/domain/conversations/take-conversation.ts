import { auditLead } from "@/server/domain/conversations/audit-lead";
import { findTopicConversation } from "@/server/domain/conversations/find-topic-conversation";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import { requireServing } from "@/server/domain/conversations/require-serving";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { showInTopic } from "@/server/domain/conversations/show-in-topic";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";

/**
 * A member leads a conversation from now on, whoever led it before; the assistant is silent and the customer is told
 * who is there. What nobody answered yet goes on waiting.
 */
export async function takeConversation(
  actor: MemberActor,
  target: { conversationId: number },
): Promise<StaffResult> {
  requireServing(actor);
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    if (conversation.state === "manager" && conversation.managerUserId === actor.userId) return { ok: true };
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true } });
    const since =
      conversation.state === "assistant"
        ? await unansweredSince(tx, conversation)
        : conversation.unansweredSince;
    const taken = await sayPhrase(
      tx,
      conversation,
      { key: "Bot.managerJoined", values: { name }, author: "system" },
      {
        state: "manager",
        managerContactId: null,
        managerUserId: actor.userId,
        offer: conversation.offer === "open" ? "accepted" : conversation.offer,
        waitingSince: null,
        handedOverAt: conversation.handedOverAt ?? clock.now(),
        ...(conversation.state === "assistant" && waitsForPerson(since)),
      },
    );
    await showInTopic(tx, taken);
    await auditLead(tx, actor, "conversation.taken", conversation);
    return { ok: true };
  });
}

/** Since when words stand that the assistant had not answered. */
async function unansweredSince(
  tx: Tx,
  { id, answeredSeq }: { id: number; answeredSeq: number },
): Promise<Date | null> {
  const first = await tx.message.findFirst({
    where: { conversationId: id, author: "customer", deletedAt: null, seq: { gt: answeredSeq } },
    orderBy: { seq: "asc" },
    select: { createdAt: true },
  });
  return first?.createdAt ?? null;
}
