import { offerButtons } from "@/server/domain/conversations/offer-buttons";
import { pushToCustomer } from "@/server/domain/conversations/push-to-customer";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";

/** What has been unread for longer is no news. */
const newsMs = 24 * 3600_000;
/** A customer who left a long talk unread gets its end only. */
const mostMessages = 20;

export type Customer = { contactId: number; resourceId: number };

/**
 * Has the bot deliver what a customer without an open Mini App has not read and the bot has not brought: it was
 * written while the page still counted as open. Asked twice, each message goes once.
 */
export async function pushUnread(customer: Customer): Promise<void> {
  await transaction((tx) => pushUnreadOf(tx, customer));
}

/** The same inside a transaction of the caller's. */
export async function pushUnreadOf(tx: Tx, { contactId, resourceId }: Customer): Promise<void> {
  const conversation = await tx.conversation.findFirst({
    where: { contactId, resourceId },
    orderBy: { id: "desc" },
  });
  if (!conversation || conversation.lastSeq <= conversation.customerReadSeq) return;
  const unread = await tx.message.findMany({
    where: {
      conversationId: conversation.id,
      seq: { gt: conversation.customerReadSeq },
      author: { not: "customer" },
      kind: { not: "note" },
      deletedAt: null,
      createdAt: { gt: new Date(clock.now().getTime() - newsMs) },
      deliveries: { none: { topicId: null } },
    },
    orderBy: { seq: "desc" },
    take: mostMessages,
  });
  for (const message of unread.reverse()) {
    const asks = message.kind === "offer" && conversation.offer === "open";
    await pushToCustomer(tx, conversation, message, asks ? offerButtons(conversation) : []);
  }
}
