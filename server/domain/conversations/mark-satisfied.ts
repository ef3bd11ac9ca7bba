import type { Conversation } from "@/prisma/generated/client";
import { currentConversation } from "@/server/domain/conversations/current-conversation";
import { endConversation } from "@/server/domain/conversations/end-conversation";
import type { CustomerActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** The customer has what they needed: the conversation closes. Null when none is open. */
export async function markSatisfied(actor: CustomerActor): Promise<Conversation | null> {
  return transaction(async (tx) => {
    const conversation = await currentConversation(tx, actor);
    return conversation && endConversation(tx, conversation, "customer");
  });
}
