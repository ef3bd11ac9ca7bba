import { findTopicConversation } from "@/server/domain/conversations/find-topic-conversation";
import { recordChange } from "@/server/domain/conversations/record-change";
import { requireServing } from "@/server/domain/conversations/require-serving";
import type { MarkReadInput } from "@/server/domain/conversations/schema";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** A member has seen everything up to `seq`; a smaller one than known changes nothing. False for a foreign one. */
export async function markReadByStaff(
  actor: MemberActor,
  { conversationId, seq }: MarkReadInput,
): Promise<boolean> {
  requireServing(actor);
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, { conversationId });
    if (!conversation) return false;
    const staffReadSeq = Math.min(seq, conversation.lastSeq);
    if (staffReadSeq > conversation.staffReadSeq)
      await recordChange(tx, conversationId, { type: "conversation" }, { staffReadSeq });
    return true;
  });
}
