import type { Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** Topic that wakes everyone who watches a workspace's proposals. */
export function approvalsTopic(workspaceId: number): string {
  return `approvals:${workspaceId}`;
}

/** Wakes the watchers of a workspace's proposals once the transaction has committed. */
export async function tellApprovals(tx: Tx, workspaceId: number): Promise<void> {
  realtime.notify(tx, approvalsTopic(workspaceId));
}
