import { enqueue } from "@/server/jobs/enqueue";
import { transaction } from "@/server/lib/db";

/** Conversations that wait for managers and have no topic (no group was set then) get one if they can have it now. */
export async function openMissingTopics(resourceId: number): Promise<void> {
  await transaction(async (tx) => {
    const waiting = await tx.conversation.findMany({
      where: {
        resourceId,
        state: { in: ["waiting", "manager"] },
        topics: { none: { state: { not: "deleted" } } },
      },
      select: { id: true },
    });
    for (const { id } of waiting) {
      await enqueue(tx, "open-topic", { conversationId: id }, { jobKey: `topic:${id}` });
    }
  });
}
