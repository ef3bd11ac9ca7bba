import type { Prisma } from "@/prisma/generated/client";
import { approvalInclude, approvalView } from "@/server/domain/approvals/approval-view";
import { fingerprintOf } from "@/server/domain/approvals/fingerprint-of";
import {
  APPROVAL_STATUSES,
  type ApprovalEntry,
  type ApprovalStatusName,
  type ApprovalView,
  type BatchView,
  type ListApprovalsInput,
  mostInBatch,
} from "@/server/domain/approvals/schema";
import { visibleTo } from "@/server/domain/approvals/visible-to";
import { hubMessageInclude, hubMessageView } from "@/server/domain/messages/hub/hub-message-view";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** So much of a chat stands beside a proposal. */
const contextMessages = 6;
const mostBatches = 200;

/** The proposals of a status, those of a batch as one line. Throws `forbidden`. */
export async function listApprovals(
  actor: MemberActor,
  { status, cursor, limit }: ListApprovalsInput,
): Promise<{ entries: ApprovalEntry[]; nextCursor: number | null }> {
  requirePermission(actor, "approvals.view");
  const waits = status === "pending";
  // Of a batch its first of that status stands for all.
  const rows = await db.$queryRawUnsafe<{ id: number; batchId: number | null }[]>(
    `select id, batch_id as "batchId" from approvals where workspace_id = $1 and status = $2::"ApprovalStatus"
       and ($3::int is null or id ${waits ? ">" : "<"} $3)
       and (batch_id is null or not exists (
         select from approvals first where first.batch_id = approvals.batch_id and first.status = approvals.status
           and (first.position, first.id) < (approvals.position, approvals.id)))
     order by id ${waits ? "asc" : "desc"} limit $4`,
    actor.workspaceId,
    status,
    cursor ?? null,
    limit + 1,
  );
  const page = rows.slice(0, limit);
  const ids = page.map(({ id }) => id);
  // Before the words themselves: an edit in between makes somebody read once more, not approve unread.
  const batched = await db.approval.findMany({
    where: { batchId: { in: page.flatMap(({ batchId }) => batchId ?? []) } },
    select: { id: true, text: true, batchId: true },
  });
  const batches = Map.groupBy(batched, ({ batchId }) => batchId);
  const found = await db.approval.findMany({ where: { id: { in: ids } }, include: approvalInclude });
  const counts = await db.approval.groupBy({
    by: ["batchId"],
    where: { status, batchId: { in: found.flatMap(({ batchId }) => batchId ?? []) } },
    _count: true,
  });
  const countOf = new Map(counts.map(({ batchId, _count }) => [batchId, _count]));
  const entryOf = new Map(
    found.map((one) => [
      one.id,
      {
        id: one.id,
        approval: approvalView(one, actor),
        count: one.batchId ? (countOf.get(one.batchId) ?? 1) : 1,
        fingerprint: one.batchId ? fingerprintOf(batches.get(one.batchId) ?? []) : null,
      },
    ]),
  );
  return {
    entries: ids.flatMap((id) => entryOf.get(id) ?? []),
    nextCursor: rows.length > limit ? (ids.at(-1) ?? null) : null,
  };
}

/** How many proposals have each status; those settled are counted to 1,000. Throws `forbidden`. */
export async function countApprovals(actor: MemberActor): Promise<Record<ApprovalStatusName, number>> {
  requirePermission(actor, "approvals.view");
  const { workspaceId } = actor;
  const counts = await Promise.all(
    APPROVAL_STATUSES.map(async (status) => {
      const some = await db.approval.findMany({
        where: { workspaceId, status },
        select: { id: true },
        take: 1000,
      });
      return [status, some.length] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<ApprovalStatusName, number>;
}

/** How many proposals wait for a decision; for the navigation. Throws `forbidden`. */
export async function countWaiting(actor: MemberActor): Promise<number> {
  requirePermission(actor, "approvals.view");
  return db.approval.count({ where: { workspaceId: actor.workspaceId, status: "pending" } });
}

/** What waits for a decision, the newest first; of one batch in its order. Throws `forbidden`. */
export async function pendingApprovals(
  actor: ApiKeyActor | MemberActor,
  batchId?: number,
): Promise<ApprovalView[]> {
  const found = await db.approval.findMany({
    where: { ...(await visibleTo(actor)), status: "pending", ...(batchId !== undefined && { batchId }) },
    include: approvalInclude,
    orderBy: batchId === undefined ? { id: "desc" } : { position: "asc" },
    take: 1000,
  });
  return found.map((one) => approvalView(one, actor));
}

/** The messages of a batch in their order, all or those of a status. Throws `forbidden`, `not_found`. */
export async function batchApprovals(
  actor: ApiKeyActor | MemberActor,
  { batchId, status }: { batchId: number; status?: ApprovalStatusName },
): Promise<ApprovalView[]> {
  const visible = await visibleTo(actor);
  const found = await db.approval.findMany({
    where: { ...visible, batchId, ...(status && { status }) },
    include: approvalInclude,
    orderBy: { position: "asc" },
    take: mostInBatch,
  });
  if (found.length === 0 && !(await db.approval.findFirst({ where: { ...visible, batchId } })))
    throw new AppError("not_found", "batch_unknown", "There is no such batch.");
  return found.map((one) => approvalView(one, actor));
}

/** The newest batches with how their messages fare. Throws `forbidden`. */
export async function listBatches(
  actor: ApiKeyActor | MemberActor,
  status?: ApprovalStatusName,
): Promise<BatchView[]> {
  const visible: Prisma.ApprovalWhereInput = await visibleTo(actor);
  const batches = await db.approvalBatch.findMany({
    where: {
      workspaceId: actor.workspaceId,
      approvals: { some: { ...visible, ...(status && { status }) } },
    },
    include: { approvals: { take: 1, orderBy: { position: "asc" }, select: { sourceName: true } } },
    orderBy: { id: "desc" },
    take: mostBatches,
  });
  const counts = await db.approval.groupBy({
    by: ["batchId", "status"],
    where: { batchId: { in: batches.map(({ id }) => id) } },
    _count: true,
  });
  return batches.map((batch) => {
    const own = counts.filter(({ batchId }) => batchId === batch.id);
    const countOf = (one: ApprovalStatusName) => own.find((row) => row.status === one)?._count ?? 0;
    return {
      id: batch.id,
      name: batch.name,
      delaySeconds: batch.delaySeconds,
      sourceName: batch.approvals[0]?.sourceName ?? "",
      total: own.reduce((sum, { _count }) => sum + _count, 0),
      counts: Object.fromEntries(APPROVAL_STATUSES.map((one) => [one, countOf(one)])) as BatchView["counts"],
      createdAt: batch.createdAt.toISOString(),
    };
  });
}

/** What was last said in a proposal's chat, the oldest first. Throws `forbidden`, `not_found`. */
export async function chatContext(
  actor: MemberActor,
  { approvalId }: { approvalId: number },
): Promise<HubMessageView[]> {
  requirePermission(actor, "approvals.view");
  const { workspaceId } = actor;
  const approval = await db.approval.findFirst({ where: { id: approvalId, workspaceId } });
  if (!approval) throw new AppError("not_found", "approval_unknown", "There is no such proposal.");
  const messages = await db.hubMessage.findMany({
    where: { workspaceId, chatId: approval.chatId },
    include: hubMessageInclude,
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: contextMessages,
  });
  return messages.toReversed().map((message) => hubMessageView(message));
}
