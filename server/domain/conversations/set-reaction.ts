import type { Message } from "@/prisma/generated/client";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { visibleToCustomer } from "@/server/domain/conversations/customer-views";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { queueReaction } from "@/server/domain/conversations/queue-reaction";
import { recordChange } from "@/server/domain/conversations/record-change";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";

/** A message named by its id, or by where it stands on the provider's side. */
export type ReactionTarget = { messageId: number } | { chatExternalId: string; messageExternalId: string };

/**
 * Puts the one reaction of the actor's side on a message, or takes it away (null), here and on the copies that the
 * other side sees. A message that the actor cannot see is not there: `unknown_message`.
 */
export async function setReaction(
  actor: CustomerActor | StaffContactActor,
  { emoji, ...target }: ReactionTarget & { emoji: string | null },
): Promise<{ ok: true } | { ok: false; reason: "unknown_message" }> {
  return transaction(async (tx) => {
    const message = await findMessage(tx, actor, target);
    if (!message) return { ok: false, reason: "unknown_message" };
    await lockConversation(tx, actor.workspaceId, message.conversationId);
    const side = actor.kind === "customer" ? ("customer" as const) : ("staff" as const);
    const place = { messageId: message.id, side };
    const before = await tx.reaction.findUnique({ where: { messageId_side: place } });
    if ((before?.emoji ?? null) === emoji) return { ok: true };
    if (emoji === null) await tx.reaction.delete({ where: { messageId_side: place } });
    else {
      const by = { emoji, contactId: actor.contactId, userId: null };
      await tx.reaction.upsert({
        where: { messageId_side: place },
        create: { ...place, ...by },
        update: by,
      });
    }
    const { revision } = await recordChange(tx, message.conversationId, {
      type: "edit",
      messageId: message.id,
    });
    await queueReaction(tx, message, { side, emoji, revision });
    return { ok: true };
  });
}

async function findMessage(
  tx: Tx,
  actor: CustomerActor | StaffContactActor,
  target: ReactionTarget,
): Promise<Message | null> {
  return tx.message.findFirst({
    where: {
      workspaceId: actor.workspaceId,
      ...("messageId" in target
        ? { id: target.messageId }
        : {
            links: {
              some: {
                externalId: target.messageExternalId,
                chat: { resourceId: actor.resourceId, externalId: target.chatExternalId },
              },
            },
          }),
      ...(actor.kind === "customer" && { conversation: ownConversations(actor), ...visibleToCustomer }),
    },
  });
}
