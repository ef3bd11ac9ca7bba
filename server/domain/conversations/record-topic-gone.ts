import { enqueue } from "@/server/jobs/enqueue";
import { transaction } from "@/server/lib/db";

/** A topic was deleted at the provider: a new one with the whole history takes its place, unless all is closed. */
export async function recordTopicGone(topicId: number): Promise<void> {
  await transaction(async (tx) => {
    const topic = await tx.topic.update({
      where: { id: topicId },
      data: { state: "deleted" },
      include: { conversation: true },
    });
    await tx.delivery.updateMany({
      where: { chatId: topic.chatId, topicId, state: "pending" },
      data: {
        state: "failed",
        errorCode: "topic_gone",
        errorDetail: "The topic was deleted; a new one has the history.",
      },
    });
    if (topic.conversation.state === "closed") return;
    await enqueue(
      tx,
      "open-topic",
      { conversationId: topic.conversationId },
      { jobKey: `topic:${topic.conversationId}` },
    );
  });
}
