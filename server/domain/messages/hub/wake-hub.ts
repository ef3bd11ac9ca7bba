import { enqueueAll } from "@/server/jobs/enqueue-all";
import { pool, transaction } from "@/server/lib/db";

/** Names the job that takes a workspace's conversations over into its hub. */
export function feedHubKey(workspaceId: number): string {
  return `feed-hub:${workspaceId}`;
}

/** Queues the jobs of workspaces (of `workspaceIds` or of all) whose hub has not read everything; returns them all. */
export async function wakeHub(workspaceIds?: number[]): Promise<number[]> {
  const { rows } = await pool().query<{ id: number; isBehind: boolean }>({
    name: "wake-hub",
    text: `select id, hub_read_xid is null or exists (
        select from conversation_changes changes
        where changes.workspace_id = workspaces.id and xid >= hub_read_xid
      ) as "isBehind"
      from workspaces where $1::int[] is null or id = any($1)`,
    values: [workspaceIds ?? null],
  });
  const behind = rows.filter(({ isBehind }) => isBehind).map(({ id }) => id);
  if (behind.length > 0)
    await transaction((tx) =>
      enqueueAll(
        tx,
        "feed-hub",
        behind.map((workspaceId) => ({ payload: { workspaceId }, jobKey: feedHubKey(workspaceId) })),
      ),
    );
  return rows.map(({ id }) => id);
}
