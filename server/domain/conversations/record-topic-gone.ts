import { endTopic } from "@/server/domain/conversations/end-topic";
import { enqueue } from "@/server/jobs/enqueue";
import { transaction } from "@/server/lib/db";

/**
 * A topic was deleted at the provider: a new one with the whole history takes its place, unless all is closed or one has
 * done so already.
 */
export async function recordTopicGone(topicId: number): Promise<void> {
  await transaction(async (tx) => {
    const topic = await tx.topic.findUniqueOrThrow({
      where: { id: topicId },
      include: { conversation: true },
    });
    await endTopic(tx, topic);
    const { conversation, conversationId } = topic;
    if (conversation.state === "closed" || topic.state === "deleted") return;
    await enqueue(tx, "open-topic", { conversationId }, { jobKey: `topic:${conversationId}` });
  });
}
