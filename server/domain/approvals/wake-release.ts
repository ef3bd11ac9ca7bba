import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

/** Has a resource's approved messages go out, as soon as each may. */
export async function wakeRelease(tx: Tx, resourceId: number): Promise<void> {
  await enqueue(tx, "release-approvals", { resourceId }, { jobKey: `release:${resourceId}` });
}
