import type { Conversation } from "@/prisma/generated/client";
import { currentConversation } from "@/server/domain/conversations/current-conversation";
import { handOver } from "@/server/domain/conversations/hand-over";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import type { AnswerOfferInput } from "@/server/domain/conversations/schema";
import type { HandoverReason } from "@/server/domain/knowledge/types";
import type { CustomerActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * The customer says yes or no to the offered manager; nothing changes when no offer is open (answered already, or
 * closed), or when `conversationId` names another conversation than the open one.
 */
export async function answerOffer(
  actor: CustomerActor,
  { accept, conversationId }: AnswerOfferInput & { conversationId?: number },
): Promise<Conversation | null> {
  return transaction(async (tx) => {
    const conversation = await currentConversation(tx, actor);
    if (conversationId !== undefined && conversation?.id !== conversationId) return conversation;
    if (conversation?.state !== "assistant" || conversation.offer !== "open") return conversation;
    // The reason was written when the offer was made.
    if (accept)
      return handOver(tx, conversation, (conversation.handoffReason ?? "requested") as HandoverReason);
    return sayPhrase(
      tx,
      conversation,
      { key: "Bot.offerDeclined", author: "assistant" },
      { offer: "declined" },
    );
  });
}
