import type { Conversation } from "@/prisma/generated/client";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { recordChange } from "@/server/domain/conversations/record-change";
import type { RateConversationInput } from "@/server/domain/conversations/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Keeps the customer's 1–5 rating of a closed conversation; rated again, the newer one stands. */
export async function rateConversation(
  actor: CustomerActor,
  input: RateConversationInput,
): Promise<Conversation> {
  return transaction(async (tx) => {
    const conversation = await tx.conversation.findFirst({
      where: { id: input.conversationId, ...ownConversations(actor) },
    });
    if (!conversation)
      throw new AppError("not_found", "conversation_unknown", "There is no such conversation.");
    if (conversation.state !== "closed") {
      throw new AppError("conflict", "not_closed", "A conversation can be rated once it is closed.");
    }
    return recordChange(
      tx,
      conversation.id,
      { type: "conversation" },
      { rating: input.rating, ratedAt: clock.now() },
    );
  });
}
