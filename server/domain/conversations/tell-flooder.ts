import type { Conversation } from "@/prisma/generated/client";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** A flooder is told so at most this often. */
const tellEveryMs = 5 * 60_000;

/** Tells a flooder, once in a while, that everything has arrived and that answers take longer. */
export async function tellFlooder(tx: Tx, conversation: Conversation): Promise<Conversation> {
  const told = await tx.message.findFirst({
    where: {
      conversationId: conversation.id,
      author: "system",
      phrase: { path: ["key"], equals: "Bot.tooFast" },
      createdAt: { gt: new Date(clock.now().getTime() - tellEveryMs) },
    },
    select: { id: true },
  });
  if (told) return conversation;
  return sayPhrase(tx, conversation, { key: "Bot.tooFast", author: "system" });
}
