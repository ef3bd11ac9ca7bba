import type { Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

export type ResourceEventType =
  | "activated"
  | "paused"
  | "error"
  | "recovered"
  | "warning"
  | "tested"
  | "changed"
  | "restarted";

/** Topic that wakes everyone who watches a workspace's resources. */
export function resourcesTopic(workspaceId: number): string {
  return `resources:${workspaceId}`;
}

/** Notes what happened to a resource, for its page, and wakes those who watch it. */
export async function recordResourceEvent(
  tx: Tx,
  { id, workspaceId }: { id: number; workspaceId: number },
  event: { type: ResourceEventType; code?: string | null; detail?: string | null },
): Promise<void> {
  await tx.resourceEvent.create({ data: { resourceId: id, ...event } });
  realtime.notify(tx, resourcesTopic(workspaceId));
}
