import { unreachableTopics } from "@/server/domain/conversations/unreachable-topics";
import { workingGroups } from "@/server/domain/resources/working-groups";
import { enqueue } from "@/server/jobs/enqueue";
import { db, transaction } from "@/server/lib/db";

/**
 * Conversations of a workspace that are people's and have no topic, or one where nobody can be reached any more, get one
 * where a group can show them now; the others wait in the browser.
 */
export async function openMissingTopics(workspaceId: number): Promise<void> {
  const none = await db.conversation.findMany({
    where: {
      workspaceId,
      state: { in: ["waiting", "manager"] },
      topics: { none: { state: { not: "deleted" } } },
    },
    orderBy: { id: "asc" },
    select: { id: true, resourceId: true },
  });
  const unreachable = await unreachableTopics(db, { workspaceId });
  const missing = [
    ...none,
    ...unreachable.map(({ conversationId, resourceId }) => ({ id: conversationId, resourceId })),
  ];
  if (missing.length === 0) return;
  const resources = await db.resource.findMany({
    where: { id: { in: missing.map(({ resourceId }) => resourceId) } },
  });
  for (const resource of resources) {
    if ((await workingGroups(db, resource)).length === 0) continue;
    await transaction(async (tx) => {
      for (const { id } of missing.filter(({ resourceId }) => resourceId === resource.id))
        await enqueue(tx, "open-topic", { conversationId: id }, { jobKey: `topic:${id}` });
    });
  }
}
