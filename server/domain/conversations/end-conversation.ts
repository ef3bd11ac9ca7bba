import type { Conversation } from "@/prisma/generated/client";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

const words = {
  customer: "Bot.closedByCustomer",
  manager: "Bot.closedByManager",
  idle: "Bot.closedIdle",
} as const;

/** Closes a locked conversation, tells the customer, asks for a rating (not after a long silence) and closes the topic. */
export async function endConversation(
  tx: Tx,
  conversation: Conversation,
  by: "customer" | "manager" | "idle",
): Promise<Conversation> {
  const rate = [1, 2, 3, 4, 5].map((rating) => ({
    label: `${rating} ★`,
    data: `rate:${conversation.id}:${rating}`,
  }));
  const closed = await sayPhrase(
    tx,
    conversation,
    {
      key: words[by],
      author: "system",
      // Who went away long ago is not asked for a rating.
      buttons: by === "idle" ? [] : [rate],
    },
    {
      state: "closed",
      closedAt: clock.now(),
      closedBy: by,
      ...waitsForPerson(null),
      offer: conversation.offer === "open" ? "declined" : conversation.offer,
      answeredSeq: conversation.lastSeq,
    },
  );
  await queueTopicLook(tx, closed);
  return closed;
}
