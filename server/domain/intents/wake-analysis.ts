import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Messages that come within this time are analysed together. */
const gatherMs = 1000;

/** Any number that nothing else locks by. */
const LOCK = 5_031_121;

/** Has what a workspace's hub has not yet understood analysed, once the transaction has committed; often asked, done once. */
export async function wakeAnalysis(tx: Tx, workspaceId: number): Promise<void> {
  // One job is one row: those who store messages at once would wait for each other's commit. Who asks already asks for
  // all of them, and the job gives them time to commit.
  const [asked] = await tx.$queryRaw<[{ first: boolean }]>`
    select pg_try_advisory_xact_lock(${LOCK}::int, ${workspaceId}::int) as first`;
  if (!asked.first) return;
  const runAt = new Date(clock.now().getTime() + gatherMs);
  await enqueue(tx, "analyse-messages", { workspaceId }, { jobKey: `analyse:${workspaceId}`, runAt });
}
