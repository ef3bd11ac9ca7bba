import type { Delivery, Message } from "@/prisma/generated/client";
import { notePost } from "@/server/domain/approvals/note-post";
import { settleApproval } from "@/server/domain/approvals/settle-approval";
import { noticeNotShown } from "@/server/domain/conversations/notice-not-shown";
import { noticeUndelivered } from "@/server/domain/conversations/notice-undelivered";
import { queueEdit } from "@/server/domain/conversations/queue-edit";
import { recordChange } from "@/server/domain/conversations/record-change";
import { tellEditAnew } from "@/server/domain/conversations/tell-edit-anew";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { noteSummary } from "@/server/domain/meetings/dialogues/note-summary";
import { isCardOrHistory } from "@/server/domain/messages/is-card-or-history";
import { noteArrived } from "@/server/domain/messages/note-arrived";
import { tryOtherWay } from "@/server/domain/messages/try-other-way";
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
  const [first] = deliveries;
  const isPlain = outcome.state === "sent" && deliveries.length === 1;
  if (first && isPlain && (await noteArrived(first.id, outcome.externalIds))) return;
  await transaction(async (tx) => {
    let lost = false;
    const carrier = deliveries.findLast(({ messageId }) => messageId !== null);
    for (const delivery of deliveries) {
      const done = await tx.delivery.update({
        where: { id: delivery.id },
        data:
          outcome.state === "sent"
            ? { state: "sent", sentAt: clock.now(), errorCode: null, errorDetail: null }
            : outcome,
        include: { message: true },
      });
      // A reply to a merged message is a reply to the last that it carries.
      if (outcome.state === "sent" && delivery === carrier) await link(tx, done, outcome.externalIds);
      if (outcome.state === "sent") {
        if (done.message) await followEdit(tx, done, done.message);
      } else if (outcome.state === "unknown" || !(await tryOtherWay(tx, done, delivery.errorCode))) {
        lost = true;
        // First, for it may lock the contact, and whoever locks both takes the contact before the conversation.
        if (done.message) {
          const chat = await tx.chat.findUniqueOrThrow({ where: { id: done.chatId } });
          await noticeUndelivered(tx, { ...done, chat }, done.message);
        } else if (isCardOrHistory(done)) await noticeNotShown(tx, done);
      }
      if (done.message && showsOnScreen(done.message, outcome))
        await recordChange(tx, done.message.conversationId, { type: "delivery", messageId: done.message.id });
      await settleApproval(tx, done, outcome);
      if (outcome.state === "sent") {
        await notePost(tx, done, outcome.externalIds);
        await noteSummary(tx, done, outcome.externalIds);
      }
    }
    if (outcome.state === "failed" && lost) await alertOwner(tx, deliveries, outcome.errorDetail);
  });
}

/** Of a message of the assistant's own nobody is shown that it arrived; only that it did not. */
function showsOnScreen({ author }: Message, { state }: Outcome): boolean {
  return state !== "sent" || author === "customer" || author === "manager";
}

/** What does not reach managers they cannot see, so the owner must. Last, for nobody queues for the alert before a row. */
async function alertOwner(tx: Tx, deliveries: Delivery[], detail: string): Promise<void> {
  const topicId = deliveries.find((delivery) => delivery.topicId !== null)?.topicId;
  if (!topicId) return;
  const { conversation } = await tx.topic.findUniqueOrThrow({
    where: { id: topicId },
    select: { conversation: { include: { contact: true } } },
  });
  const whose = `${displayName(conversation.contact)} · #${conversation.id}`;
  await raiseAlert(tx, conversation.workspaceId, "delivery_failed", `${whose}: ${detail}`);
}

async function link(tx: Tx, { chatId, messageId }: Delivery, externalIds: string[]): Promise<void> {
  if (!messageId) return;
  await tx.messageLink.createMany({
    data: externalIds.map((externalId) => ({ chatId, externalId, messageId, inbound: false })),
    skipDuplicates: true,
  });
}

/** Edited while it was on its way: the copy that just arrived follows. */
async function followEdit(tx: Tx, delivery: Delivery, message: Message): Promise<void> {
  const act = delivery.act as OutgoingAct;
  if (!message.editedAt || act.type !== "message" || act.message.text === message.text) return;
  // It is this edit, told as a message of its own.
  if (delivery.dedupeKey.endsWith(`:${message.editedAt.getTime()}`)) return;
  if (!delivery.merged) return queueEdit(tx, message, delivery.chatId);
  const conversation = await tx.conversation.findUniqueOrThrow({ where: { id: message.conversationId } });
  await tellEditAnew(tx, conversation, message);
}
