import type { Prisma } from "@/prisma/generated/client";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import { recordChange } from "@/server/domain/conversations/record-change";
import { cardOrHistory, isCardOrHistory } from "@/server/domain/messages/is-card-or-history";
import { sendAgain, unsent } from "@/server/domain/messages/send-again";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { CustomerActor, MemberActor, StaffContactActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";

export type RetryResult = { ok: true } | { ok: false; reason: "unknown_message" | "not_failed" };

/**
 * Has a message that did not arrive sent again, and with what goes to a topic the card and history that failed there:
 * staff name the delivery to a customer of theirs, or a topic's card or history; members name a message to the
 * customer, and customers their own.
 * Asked twice it goes once (`not_failed`); what the actor may not see is not there (`unknown_message`).
 */
export async function retryDelivery(
  ...asked:
    | [actor: StaffContactActor, target: { deliveryId: number }]
    | [actor: CustomerActor | MemberActor, target: { messageId: number }]
): Promise<RetryResult> {
  return transaction(async (tx) => {
    const found = await findWhat(tx, ...asked);
    if (!found) return { ok: false, reason: "unknown_message" };
    if (!found.where || (await sendAgain(tx, found.where)) === 0) return { ok: false, reason: "not_failed" };
    if (found.message)
      await recordChange(tx, found.message.conversationId, { type: "delivery", messageId: found.message.id });
    return { ok: true };
  });
}

/** `where`: the deliveries to send again; null when nothing failed. */
type Found = {
  message: { id: number; conversationId: number } | null;
  where: Prisma.DeliveryWhereInput | null;
};

const ofMessage = { id: true, conversationId: true } as const;

async function findWhat(tx: Tx, ...[actor, target]: Parameters<typeof retryDelivery>): Promise<Found | null> {
  if (actor.kind === "member") return "messageId" in target ? findSent(tx, actor, target.messageId) : null;
  if (actor.kind === "customer") return "messageId" in target ? findOwn(tx, actor, target.messageId) : null;
  if (!("deliveryId" in target)) return null;
  const delivery = await tx.delivery.findFirst({
    where: { id: target.deliveryId, workspaceId: actor.workspaceId, OR: servedBy(actor) },
    select: {
      id: true,
      dedupeKey: true,
      topicId: true,
      chat: { select: { type: true } },
      message: { select: ofMessage },
    },
  });
  if (delivery?.message && delivery.chat.type === "private")
    return { message: delivery.message, where: { id: delivery.id } };
  if (delivery?.topicId && isCardOrHistory(delivery))
    return { message: null, where: { topicId: delivery.topicId, ...cardOrHistory } };
  return null;
}

/** What goes out by the staff's own bot, and by any bot to a customer whose conversation stands in a group of theirs. */
function servedBy({ resourceId }: StaffContactActor): Prisma.DeliveryWhereInput[] {
  return [{ resourceId }, { message: { conversation: { topics: { some: { chat: { resourceId } } } } } }];
}

/** A message to the customer, by the bot's newest attempt. */
async function findSent(tx: Tx, actor: MemberActor, messageId: number): Promise<Found | null> {
  requirePermission(actor, "conversations.serve");
  const message = await tx.message.findFirst({
    where: { id: messageId, workspaceId: actor.workspaceId, author: { not: "customer" } },
    select: {
      ...ofMessage,
      deliveries: {
        where: { topicId: null, chat: { type: "private" } },
        orderBy: { id: "desc" },
        take: 1,
        select: { id: true },
      },
    },
  });
  if (!message) return null;
  const [last] = message.deliveries;
  return { message, where: last ? { id: last.id } : null };
}

/** The newest way to the managers counts: what an edit failed to change came anew. */
async function findOwn(tx: Tx, actor: CustomerActor, messageId: number): Promise<Found | null> {
  const message = await tx.message.findFirst({
    where: { id: messageId, author: "customer", conversation: ownConversations(actor) },
    select: {
      ...ofMessage,
      deliveries: {
        where: { topic: { state: { not: "deleted" } } },
        orderBy: { id: "desc" },
        take: 1,
        select: { id: true, state: true, topicId: true },
      },
    },
  });
  if (!message) return null;
  const [last] = message.deliveries;
  if (!last || !unsent.in.some((state) => state === last.state)) return { message, where: null };
  return { message, where: { OR: [{ id: last.id }, { topicId: last.topicId, ...cardOrHistory }] } };
}
