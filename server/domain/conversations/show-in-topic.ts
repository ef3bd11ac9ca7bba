import type { Conversation } from "@/prisma/generated/client";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

/** Has the managers' group show a conversation that people lead as it now is; a topic that is missing is opened. */
export async function showInTopic(tx: Tx, conversation: Conversation): Promise<void> {
  const topic = await tx.topic.findFirst({
    where: { conversationId: conversation.id, state: { not: "deleted" } },
    select: { id: true },
  });
  if (!topic) {
    const { id } = conversation;
    await enqueue(tx, "open-topic", { conversationId: id }, { jobKey: `topic:${id}` });
    return;
  }
  await queueTopicLook(tx, conversation);
  await mirrorToTopic(tx, conversation);
}
