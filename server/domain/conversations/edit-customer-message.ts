import { applyEdit } from "@/server/domain/conversations/apply-edit";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import type { EditMessageInput } from "@/server/domain/conversations/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

export type EditOutcome = { ok: true } | { ok: false; reason: "unknown_message" | "closed" };

/**
 * Changes what a customer wrote, as long as its conversation is open. What somebody else wrote, or what was deleted, is
 * not theirs to change: `unknown_message`. Formatting does not outlive the text it stood on.
 */
export async function editCustomerMessage(
  actor: CustomerActor,
  { messageId, text }: EditMessageInput,
): Promise<EditOutcome> {
  return transaction(async (tx) => {
    const own = {
      id: messageId,
      author: "customer" as const,
      deletedAt: null,
      conversation: ownConversations(actor),
    };
    const found = await tx.message.findFirst({ where: own, select: { conversationId: true } });
    if (!found) return { ok: false, reason: "unknown_message" };
    const conversation = await lockConversation(tx, actor.workspaceId, found.conversationId);
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    // Read under the lock: an edit that came in by the bot meanwhile is not undone unseen.
    const before = await tx.message.findUniqueOrThrow({ where: { id: messageId }, select: { text: true } });
    if (before.text === text) return { ok: true };
    // Of an album that came by the bot this is the text as a whole, and no longer its parts'.
    await tx.messageLink.updateMany({
      where: { messageId, inbound: true },
      data: { caption: null, captionEntities: [] },
    });
    await applyEdit(tx, messageId, { text, entities: [] });
    return { ok: true };
  });
}
