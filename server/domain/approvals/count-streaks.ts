import type { Approval } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";

/**
 * Counts for each source and kind how often in a row people approved unedited; an edit or a rejection begins anew, and a
 * batch counts once, however long it is.
 */
export async function countStreaks(
  tx: Tx,
  workspaceId: number,
  decided: Approval[],
  approved: boolean,
): Promise<void> {
  const groups = Map.groupBy(decided, ({ source, kind }) => JSON.stringify([source, kind]));
  // Everyone locks the policies in the same order.
  for (const [, of] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = of;
    if (!first) continue;
    const { source, kind } = first;
    const acts = new Set(of.map(({ id, batchId }) => (batchId === null ? `one:${id}` : `batch:${batchId}`)));
    const unedited = approved && of.every(({ proposedText }) => proposedText === null);
    const streak = unedited ? acts.size : 0;
    await tx.approvalPolicy.upsert({
      where: { workspaceId_source_kind: { workspaceId, source, kind } },
      create: { workspaceId, source, kind, streak },
      update: { streak: unedited ? { increment: streak } : 0 },
    });
  }
}
