import { enqueue } from "@/server/jobs/enqueue";
import { pool, transaction } from "@/server/lib/db";
import { outgoingSlugs } from "@/server/providers/registry";

/** Names the job that feeds a resource. */
export function feedKey(resourceId: number): string {
  return `feed-webhooks:${resourceId}`;
}

/** Names the job that delivers what a resource has to be told. */
export function deliverKey(resourceId: number): string {
  return `deliver-webhooks:${resourceId}`;
}

type Row = { id: number; workspaceId: number; isBehind: boolean; isDue: boolean };

/**
 * Queues the jobs of running resources that have not been told everything, of `workspaceIds` or of all; returns the
 * workspaces that have any.
 */
export async function wakeOutgoing(workspaceIds?: number[]): Promise<number[]> {
  const { rows } = await pool().query<Row>({
    name: "wake-outgoing",
    text: `select resources.id, resources.workspace_id as "workspaceId",
        changes_read_xid is null or exists (
          select from conversation_changes changes
          where changes.workspace_id = resources.workspace_id and xid >= changes_read_xid
        ) as "isBehind",
        exists (
          select from webhook_deliveries where resource_id = resources.id and webhook_deliveries.state = 'pending'
            and next_attempt_at <= now()
        ) as "isDue"
      from resources
      where provider = any($1) and state in ('active', 'error') and ($2::int[] is null or workspace_id = any($2))`,
    values: [outgoingSlugs, workspaceIds ?? null],
  });
  const behind = rows.filter(({ isBehind }) => isBehind);
  const due = rows.filter(({ isDue }) => isDue);
  if (behind.length + due.length > 0) {
    await transaction(async (tx) => {
      for (const { id } of behind)
        await enqueue(tx, "feed-webhooks", { resourceId: id }, { jobKey: feedKey(id) });
      for (const { id } of due)
        await enqueue(tx, "deliver-webhooks", { resourceId: id }, { jobKey: deliverKey(id) });
    });
  }
  return [...new Set(rows.map(({ workspaceId }) => workspaceId))];
}
