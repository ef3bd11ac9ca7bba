import type { Conversation } from "@/prisma/generated/client";
import { currentConversation } from "@/server/domain/conversations/current-conversation";
import { handOver } from "@/server/domain/conversations/hand-over";
import { startConversation } from "@/server/domain/conversations/start-conversation";
import type { CustomerActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** The customer asks for a person: managers are called. Asked again while they wait or talk, nothing changes. */
export async function callOperator(
  actor: CustomerActor,
  origin: "mini_app" | "bot" = "mini_app",
): Promise<Conversation> {
  return transaction(async (tx) => {
    const conversation = (await currentConversation(tx, actor)) ?? (await startConversation(tx, actor));
    if (conversation.state !== "assistant") return conversation;
    return handOver(tx, conversation, "requested", { lastOrigin: origin });
  });
}
