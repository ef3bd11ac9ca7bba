import type { Approval } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Gives the approved messages of batches the moments from which they may go: one pause after another, in their order. */
export async function scheduleBatches(tx: Tx, approved: Approval[]): Promise<void> {
  const groups = Map.groupBy(approved, ({ batchId }) => batchId);
  for (const [batchId, of] of groups) {
    if (batchId === null) continue;
    const { delaySeconds } = await tx.approvalBatch.findUniqueOrThrow({ where: { id: batchId } });
    if (delaySeconds === 0) continue;
    const own = of.map(({ id }) => id);
    const { _max: before } = await tx.approval.aggregate({
      where: { batchId, id: { notIn: own }, status: "approved" },
      _max: { sendAfter: true },
    });
    const afterOthers = before.sendAfter ? before.sendAfter.getTime() + delaySeconds * 1000 : 0;
    const start = Math.max(clock.now().getTime(), afterOthers);
    await tx.$executeRaw`
      update approvals set send_after = to_timestamp(${start / 1000}::float8) + line.place * make_interval(secs => ${delaySeconds})
      from (select id, row_number() over (order by position, id) - 1 as place from approvals where id = any(${own}::int[])) line
      where approvals.id = line.id`;
  }
}
