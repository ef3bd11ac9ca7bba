import type { Topic } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";

/** A topic shows its conversation no more: what waits for it fails, for the next topic has the whole history. */
export async function endTopic(tx: Tx, { id, chatId }: Pick<Topic, "id" | "chatId">): Promise<void> {
  await tx.topic.update({ where: { id }, data: { state: "deleted" } });
  await tx.delivery.updateMany({
    where: { chatId, topicId: id, state: "pending" },
    data: {
      state: "failed",
      errorCode: "topic_gone",
      errorDetail: "The topic was deleted; a new one has the history.",
    },
  });
}
