import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { recordChange } from "@/server/domain/conversations/record-change";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";

export type RetryResult = { ok: true } | { ok: false; reason: "unknown_message" | "not_failed" };

type Unsent = { id: number; chatId: number; topicId: number | null };

/** What may be sent again: it failed, or a person decides that a doubled message is better than a lost one. */
const unsent = { in: ["failed", "unknown"] as ("failed" | "unknown")[] };

/**
 * Has a message that did not arrive sent again: staff name the delivery to a customer of theirs, customers their own
 * message. Asked twice it goes once (`not_failed`); what the actor may not see is not there (`unknown_message`).
 */
export async function retryDelivery(
  ...asked:
    | [actor: StaffContactActor, target: { deliveryId: number }]
    | [actor: CustomerActor, target: { messageId: number }]
): Promise<RetryResult> {
  return transaction(async (tx) => {
    const found = await findMessage(tx, ...asked);
    if (!found) return { ok: false, reason: "unknown_message" };
    const failed = await failedOf(tx, found.deliveryIds);
    const again = await tx.delivery.updateManyAndReturn({
      where: { id: { in: failed.map(({ id }) => id) }, state: unsent },
      data: {
        state: "pending",
        startedAt: null,
        notBefore: null,
        attempts: 0,
        errorCode: null,
        errorDetail: null,
      },
      select: { chatId: true },
    });
    if (again.length === 0) return { ok: false, reason: "not_failed" };
    for (const chatId of new Set(again.map(({ chatId }) => chatId))) await wakeChat(tx, chatId);
    await recordChange(tx, found.conversationId, { type: "delivery", messageId: found.messageId });
    return { ok: true };
  });
}

type Found = { messageId: number; conversationId: number; deliveryIds: number[] };

async function findMessage(
  tx: Tx,
  ...[actor, target]: Parameters<typeof retryDelivery>
): Promise<Found | null> {
  if ("messageId" in target) {
    if (actor.kind !== "customer") return null;
    const message = await tx.message.findFirst({
      where: { id: target.messageId, author: "customer", conversation: ownConversations(actor) },
      select: {
        conversationId: true,
        deliveries: { where: { topic: { state: { not: "deleted" } } }, select: { id: true } },
      },
    });
    return (
      message && {
        messageId: target.messageId,
        conversationId: message.conversationId,
        deliveryIds: message.deliveries.map(({ id }) => id),
      }
    );
  }
  const delivery = await tx.delivery.findFirst({
    where: {
      id: target.deliveryId,
      workspaceId: actor.workspaceId,
      resourceId: actor.resourceId,
      chat: { type: "private" },
    },
    select: { id: true, message: { select: { id: true, conversationId: true } } },
  });
  if (!delivery?.message) return null;
  const { id: messageId, conversationId } = delivery.message;
  return { messageId, conversationId, deliveryIds: [delivery.id] };
}

/** Of these what failed, and with it what failed before it in the same topic: the card and the history. */
async function failedOf(tx: Tx, ids: number[]): Promise<Unsent[]> {
  const failed = await tx.delivery.findMany({ where: { id: { in: ids }, state: unsent } });
  const topics = failed.flatMap(({ topicId }) => topicId ?? []);
  const before = await tx.delivery.findMany({
    where: {
      topicId: { in: topics },
      messageId: null,
      state: "failed",
      act: { path: ["type"], equals: "message" },
    },
  });
  return [...failed, ...before];
}
