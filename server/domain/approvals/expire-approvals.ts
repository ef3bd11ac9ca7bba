import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { updatePosts } from "@/server/domain/approvals/update-posts";
import { wakeRelease } from "@/server/domain/approvals/wake-release";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/** So many at once; the next minute has the rest. */
const mostAtOnce = 500;
/** What may go and has not been taken up for so long has lost its job. */
const strandedMs = 60_000;

/** Ends proposals that nobody decided on in time, and has approved ones go out whose job was lost. */
export async function expireApprovals(): Promise<void> {
  await transaction(async (tx) => {
    const late = await tx.$queryRaw<{ id: number; workspace_id: number }[]>`
      select id, workspace_id from approvals where status = 'pending' and expires_at <= ${clock.now()}
      order by id limit ${mostAtOnce} for no key update skip locked`;
    if (late.length === 0) return;
    const ids = late.map(({ id }) => id);
    await tx.approval.updateMany({
      where: { id: { in: ids }, status: "pending" },
      data: { status: "expired" },
    });
    await updatePosts(tx, ids);
    for (const workspaceId of new Set(late.map((one) => one.workspace_id)))
      await tellApprovals(tx, workspaceId);
  });
  const stranded = await db.approval.findMany({
    where: { status: "approved", sendAfter: { lt: new Date(clock.now().getTime() - strandedMs) } },
    select: { chat: { select: { resourceId: true } } },
    take: mostAtOnce,
  });
  const resources = new Set(stranded.map(({ chat }) => chat.resourceId));
  if (resources.size === 0) return;
  await transaction(async (tx) => {
    for (const resourceId of resources) await wakeRelease(tx, resourceId);
  });
}
