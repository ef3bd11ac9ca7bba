import type { Delivery } from "@/prisma/generated/client";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/** Tells managers, in the topic, that its card or history could not be shown, and lets them have all of it sent again. */
export async function noticeNotShown(tx: Tx, delivery: Delivery): Promise<void> {
  const { topicId } = delivery;
  if (!topicId) return;
  const key = `not-shown:${topicId}:`;
  // One line for a card and a history that failed one after the other.
  const waiting = await tx.delivery.count({
    where: { topicId, chatId: delivery.chatId, state: "pending", dedupeKey: { startsWith: key } },
  });
  if (waiting > 0) return;
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: delivery.workspaceId } });
  const locale = localeFor(workspace.locale);
  const detail = delivery.errorDetail ?? delivery.errorCode ?? "";
  await queueDelivery(tx, {
    workspaceId: delivery.workspaceId,
    resourceId: delivery.resourceId,
    chatId: delivery.chatId,
    topicId,
    act: {
      type: "message",
      message: {
        text: phrase(locale, "Bot.historyNotShown", { detail }),
        buttons: [[{ label: phrase(locale, "Bot.retry"), data: `retry:${delivery.id}` }]],
      },
    },
    // What was sent again may fail again.
    dedupeKey: `${key}${delivery.id}:${clock.now().getTime()}`,
  });
}
