import type { Conversation } from "@/prisma/generated/client";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { recordChange } from "@/server/domain/conversations/record-change";
import type { MarkReadInput } from "@/server/domain/conversations/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** The customer has seen everything up to `seq`; a smaller one than known changes nothing. Null for a foreign one. */
export async function markRead(
  actor: CustomerActor,
  { conversationId, seq }: MarkReadInput,
): Promise<Conversation | null> {
  return transaction(async (tx) => {
    const own = await tx.conversation.findFirst({
      where: { id: conversationId, ...ownConversations(actor) },
      select: { id: true },
    });
    if (!own) return null;
    const conversation = await lockConversation(tx, actor.workspaceId, own.id);
    const readSeq = Math.min(seq, conversation.lastSeq);
    if (readSeq <= conversation.customerReadSeq) return conversation;
    return recordChange(tx, conversationId, { type: "conversation" }, { customerReadSeq: readSeq });
  });
}
