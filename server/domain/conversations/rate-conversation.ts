import type { Conversation } from "@/prisma/generated/client";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { recordChange } from "@/server/domain/conversations/record-change";
import type { RateConversationInput } from "@/server/domain/conversations/schema";
import { standingTopic } from "@/server/domain/conversations/standing-topic";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { localeFor, phrase } from "@/server/lib/phrases";

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
    const rated = await recordChange(
      tx,
      conversation.id,
      { type: "rating" },
      { rating: input.rating, ratedAt: clock.now() },
    );
    await tellManagers(tx, rated, input.rating);
    return rated;
  });
}

/** One line in the conversation's topic, which stays closed: a bot that may manage topics writes into closed ones too. */
async function tellManagers(tx: Tx, conversation: Conversation, rating: number): Promise<void> {
  const topic = await standingTopic(tx, conversation.id);
  if (!topic) return;
  const { contact, workspace } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversation.id },
    select: { contact: true, workspace: { select: { locale: true } } },
  });
  const stars = "★".repeat(rating).padEnd(5, "☆");
  await queueDelivery(tx, {
    ...topicPlace(topic),
    act: {
      type: "message",
      message: {
        text: phrase(localeFor(workspace.locale), "Bot.rated", { stars, name: displayName(contact) }),
      },
    },
    dedupeKey: `rated:${conversation.id}:${rating}`,
  });
}
