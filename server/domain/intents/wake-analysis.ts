import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Messages that come within this time are analysed together. */
const gatherMs = 1000;

/** Has what a workspace's hub has not yet understood analysed, once the transaction has committed; often asked, done once. */
export function wakeAnalysis(tx: Tx, workspaceId: number): Promise<void> {
  const runAt = new Date(clock.now().getTime() + gatherMs);
  return enqueue(tx, "analyse-messages", { workspaceId }, { jobKey: `analyse:${workspaceId}`, runAt });
}
