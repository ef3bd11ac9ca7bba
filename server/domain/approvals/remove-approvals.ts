import type { Prisma } from "@/prisma/generated/client";
import { postKey } from "@/server/domain/approvals/show-in-group";
import type { Tx } from "@/server/lib/db";

/**
 * Deletes proposals with what our side keeps of their posts in managers' groups, batches that hold nothing any more, and
 * the names in the audit log of whom they were meant for; at most `limit` of them. Returns how many.
 */
export async function removeApprovals(
  tx: Tx,
  where: Prisma.ApprovalWhereInput,
  limit?: number,
): Promise<number> {
  const found = await tx.approval.findMany({
    where,
    select: { id: true, batchId: true },
    orderBy: { id: "asc" },
    take: limit,
  });
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  const batchIds = found.flatMap(({ batchId }) => batchId ?? []);
  // Of a batch the post of its first tells of others, too.
  const notices = await tx.approvalNotice.findMany({
    where: { OR: [{ approvalId: { in: ids } }, { approval: { batchId: { in: batchIds } } }] },
    select: { approvalId: true, chatId: true },
  });
  const gone = new Set(ids);
  for (const { approvalId, chatId } of notices) {
    const post = `${postKey}${approvalId}:${chatId}`;
    await tx.delivery.deleteMany({
      where: {
        chatId,
        OR: [{ dedupeKey: post }, { dedupeKey: { startsWith: `edit-${post}:` } }],
        // A post that has yet to go tells of those who are left.
        ...(!gone.has(approvalId) && { state: { not: "pending" } }),
      },
    });
  }
  await tx.$executeRaw`
    update audit_entries set target_name = '#' || target_id
    from approvals
    where approvals.id = any(${ids}::int[]) and audit_entries.workspace_id = approvals.workspace_id
      and audit_entries.target_id = approvals.id and audit_entries.details -> 'batch' is null
      and audit_entries.action in ('approval.proposed', 'approval.edited', 'approval.approved', 'approval.rejected')`;
  await tx.approval.deleteMany({ where: { id: { in: ids } } });
  await tx.approvalBatch.deleteMany({ where: { id: { in: batchIds }, approvals: { none: {} } } });
  return ids.length;
}
