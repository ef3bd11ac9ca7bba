import type { Topic } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/**
 * Passes over the waiting changes of a topic's look, only those before a delivery if one is named: the topic shows
 * something newer already or soon. They end as sent with the code `superseded`.
 */
export async function skipLooks(topic: Pick<Topic, "id" | "chatId">, beforeId?: number): Promise<void> {
  await db.delivery.updateMany({
    where: {
      chatId: topic.chatId,
      topicId: topic.id,
      state: "pending",
      startedAt: null,
      act: { path: ["type"], equals: "look" },
      ...(beforeId !== undefined && { id: { lt: beforeId } }),
    },
    data: { state: "sent", sentAt: clock.now(), errorCode: "superseded" },
  });
}
