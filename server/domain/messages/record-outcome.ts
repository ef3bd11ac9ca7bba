import type { Delivery } from "@/prisma/generated/client";
import { noticeUndelivered } from "@/server/domain/conversations/notice-undelivered";
import { queueEdit } from "@/server/domain/conversations/queue-edit";
import { recordChange } from "@/server/domain/conversations/record-change";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

export type Outcome =
  | { state: "sent"; externalIds: string[] }
  | { state: "unknown"; errorCode: string }
  | { state: "failed"; errorCode: string; errorDetail: string };

/** Writes down how a delivery ended, ties the provider's messages to ours and tells whoever sent the message. */
export async function recordOutcome(delivery: Delivery, outcome: Outcome): Promise<void> {
  await transaction(async (tx) => {
    const done = await tx.delivery.update({
      where: { id: delivery.id },
      data:
        outcome.state === "sent"
          ? { state: "sent", sentAt: clock.now(), errorCode: null, errorDetail: null }
          : outcome,
      include: { message: true, chat: true },
    });
    if (outcome.state === "sent" && done.messageId) {
      const messageId = done.messageId;
      await tx.messageLink.createMany({
        data: outcome.externalIds.map((externalId) => ({
          chatId: done.chatId,
          externalId,
          messageId,
          inbound: false,
        })),
        skipDuplicates: true,
      });
      const act = delivery.act as OutgoingAct;
      const retold =
        done.message?.editedAt && act.type === "message" && act.message.text !== done.message.text;
      // Edited while it was on its way: the copy that just arrived follows.
      if (done.message && retold) await queueEdit(tx, done.message, done.chatId);
    }
    if (!done.message) return;
    // First, for it may lock the contact, and whoever locks both takes the contact before the conversation.
    if (outcome.state !== "sent") await noticeUndelivered(tx, done, done.message);
    await recordChange(tx, done.message.conversationId, { type: "delivery", messageId: done.message.id });
  });
}
