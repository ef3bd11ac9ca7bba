import type { Prisma } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

const batchSize = 500;

/** Proposed messages one by one, oldest first, with where they were to go and what became of them. */
export async function* exportApprovals(
  where: Prisma.ApprovalWhereInput,
): AsyncGenerator<Record<string, unknown>> {
  for (let last = 0; ; ) {
    const approvals = await db.approval.findMany({
      where: { AND: [where, { id: { gt: last } }] },
      orderBy: { id: "asc" },
      take: batchSize,
      include: {
        chat: { select: { title: true, type: true, externalId: true } },
        batch: { select: { id: true, name: true } },
      },
    });
    for (const { workspaceId: _own, ...approval } of approvals) yield approval;
    if (approvals.length < batchSize) return;
    last = approvals.at(-1)?.id ?? last;
  }
}
