import { removeApprovals } from "@/server/domain/approvals/remove-approvals";
import { removeConversations } from "@/server/domain/conversations/remove-conversations";
import { removeHubMessages } from "@/server/domain/messages/hub/remove-hub-messages";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { storage } from "@/server/storage/chosen-storage";

const dayMs = 24 * 3600_000;
const batchSize = 50;
const hubBatchSize = 1000;

/**
 * Removes conversations that were closed longer ago than their workspace keeps them, and messages of groups and settled
 * proposals that are older than that, with their files.
 */
export async function enforceRetention(): Promise<void> {
  const workspaces = await db.workspace.findMany({
    where: { retentionDays: { not: null } },
    select: { id: true, retentionDays: true },
  });
  for (const { id, retentionDays } of workspaces) {
    if (retentionDays === null) continue;
    const before = new Date(clock.now().getTime() - retentionDays * dayMs);
    let removed = 0;
    for (let last = batchSize; last === batchSize; removed += last) last = await removeBatch(id, before);
    if (removed > 0) logger.info({ workspaceId: id, removed }, "old conversations were removed");
    let said = 0;
    for (let last = hubBatchSize; last === hubBatchSize; said += last) last = await removeSaid(id, before);
    let proposed = 0;
    for (let last = batchSize; last === batchSize; proposed += last) last = await removeProposed(id, before);
    if (proposed > 0) logger.info({ workspaceId: id, removed: proposed }, "old proposals were removed");
    if (said > 0) logger.info({ workspaceId: id, removed: said }, "old messages of groups were removed");
  }
}

async function removeBatch(workspaceId: number, before: Date): Promise<number> {
  const { count, keys } = await transaction(async (tx) => {
    const old = await tx.$queryRaw<{ id: number }[]>`
      select id from conversations
      where workspace_id = ${workspaceId} and state = 'closed' and closed_at < ${before}
      order by id limit ${batchSize} for update`;
    const ids = old.map(({ id }) => id);
    return { count: ids.length, keys: await removeConversations(tx, ids) };
  });
  await storage.delete(keys);
  return count;
}

async function removeSaid(workspaceId: number, before: Date): Promise<number> {
  const old = { workspaceId, sentAt: { lt: before } };
  const { count, keys } = await transaction((tx) => removeHubMessages(tx, old, hubBatchSize));
  await storage.delete(keys);
  return count;
}

async function removeProposed(workspaceId: number, before: Date): Promise<number> {
  const settled = { notIn: ["pending" as const, "approved" as const] };
  const old = { workspaceId, status: settled, createdAt: { lt: before } };
  return transaction((tx) => removeApprovals(tx, old, batchSize));
}
