import { randomUUID } from "node:crypto";
import { summaryPrefix } from "@/server/domain/meetings/dialogues/summary";
import { queueDelivery, toldToMany, wakeChat } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import type { OutgoingMessage } from "@/server/providers/provider";

/** Longer texts may take several messages, which no edit makes of one. */
const longest = 3500;

/**
 * Has a message show how its meeting stands now, behind everything that is said to people; null: it is not kept up to date
 * any more. An edit that still waits says the newer.
 */
export async function editSummary(
  deliveryKey: string,
  now: { text: string; message: OutgoingMessage } | null,
): Promise<void> {
  await transaction(async (tx) => {
    const summary = await tx.meetingSummary.findUnique({ where: { deliveryKey }, include: { chat: true } });
    if (!summary?.externalId) return;
    if (!now || now.message.text.length > longest) {
      await tx.meetingSummary.delete({ where: { deliveryKey } });
      return;
    }
    await tx.meetingSummary.update({
      where: { deliveryKey },
      data: { shown: now.text, editedAt: clock.now() },
    });
    const { chat, externalId } = summary;
    const { id: chatId, workspaceId, resourceId } = chat;
    const act = { type: "edit" as const, externalId, message: now.message };
    const waiting = await tx.delivery.updateMany({
      where: {
        chatId,
        dedupeKey: { startsWith: summaryPrefix(deliveryKey) },
        state: "pending",
        startedAt: null,
      },
      data: { act },
    });
    if (waiting.count > 0) return wakeChat(tx, chatId);
    const dedupeKey = `${summaryPrefix(deliveryKey)}${randomUUID()}`;
    await queueDelivery(tx, { workspaceId, resourceId, chatId, act, priority: toldToMany, dedupeKey });
  });
}
