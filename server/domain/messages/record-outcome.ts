import type { Chat, Delivery, Message } from "@/prisma/generated/client";
import { noticeUndelivered } from "@/server/domain/conversations/notice-undelivered";
import { queueEdit } from "@/server/domain/conversations/queue-edit";
import { recordChange } from "@/server/domain/conversations/record-change";
import { tellEditAnew } from "@/server/domain/conversations/tell-edit-anew";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

export type Outcome =
  | { state: "sent"; externalIds: string[] }
  | { state: "unknown"; errorCode: string }
  | { state: "failed"; errorCode: string; errorDetail: string };

/**
 * Writes down how a delivery ended, or several that went out as one message, ties the provider's messages to ours and
 * tells whoever sent the message.
 */
export async function recordOutcome(deliveries: Delivery[], outcome: Outcome): Promise<void> {
  await transaction(async (tx) => {
    const carrier = deliveries.findLast(({ messageId }) => messageId !== null);
    for (const delivery of deliveries) {
      const done = await tx.delivery.update({
        where: { id: delivery.id },
        data:
          outcome.state === "sent"
            ? { state: "sent", sentAt: clock.now(), errorCode: null, errorDetail: null }
            : outcome,
        include: { message: true, chat: true },
      });
      // A reply to a merged message is a reply to the last that it carries.
      if (outcome.state === "sent" && delivery === carrier) await link(tx, done, outcome.externalIds);
      if (!done.message) continue;
      if (outcome.state === "sent") await followEdit(tx, done, done.message);
      // First, for it may lock the contact, and whoever locks both takes the contact before the conversation.
      else await noticeUndelivered(tx, done, done.message);
      await recordChange(tx, done.message.conversationId, { type: "delivery", messageId: done.message.id });
    }
    if (outcome.state === "failed") await alertOwner(tx, deliveries, outcome.errorDetail);
  });
}

/** What does not reach managers they cannot see, so the owner must. Last, for nobody queues for the alert before a row. */
async function alertOwner(tx: Tx, deliveries: Delivery[], detail: string): Promise<void> {
  const toManagers = deliveries.find(({ topicId }) => topicId !== null);
  if (toManagers) await raiseAlert(tx, toManagers.workspaceId, "delivery_failed", detail);
}

async function link(tx: Tx, { chatId, messageId }: Delivery, externalIds: string[]): Promise<void> {
  if (!messageId) return;
  await tx.messageLink.createMany({
    data: externalIds.map((externalId) => ({ chatId, externalId, messageId, inbound: false })),
    skipDuplicates: true,
  });
}

/** Edited while it was on its way: the copy that just arrived follows. */
async function followEdit(tx: Tx, delivery: Delivery & { chat: Chat }, message: Message): Promise<void> {
  const act = delivery.act as OutgoingAct;
  if (!message.editedAt || act.type !== "message" || act.message.text === message.text) return;
  if (!delivery.merged) return queueEdit(tx, message, delivery.chatId);
  const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: message.conversationId } });
  await tellEditAnew(tx, conversation, message);
}
