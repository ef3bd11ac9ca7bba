import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

/** Has every process build its index anew before its next answer, and new passages get their vectors. */
export async function raiseKnowledgeRevision(tx: Tx, workspaceId: number): Promise<void> {
  await tx.workspace.update({ where: { id: workspaceId }, data: { knowledgeRevision: { increment: 1 } } });
  await enqueue(tx, "embed-passages", {}, { jobKey: "embed-passages" });
}
