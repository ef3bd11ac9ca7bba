import type { Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** Topic that wakes everyone who watches a workspace's hub. */
export function hubTopic(workspaceId: number): string {
  return `hub:${workspaceId}`;
}

/** Wakes the watchers of a workspace's hub once the transaction has committed. */
export async function tellHub(tx: Tx, workspaceId: number): Promise<void> {
  realtime.notify(tx, hubTopic(workspaceId));
}
