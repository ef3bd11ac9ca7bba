import type { Approval } from "@/prisma/generated/client";
import { isOwnProposal } from "@/server/domain/approvals/approval-view";
import { countStreaks } from "@/server/domain/approvals/count-streaks";
import { fingerprintOf } from "@/server/domain/approvals/fingerprint-of";
import { requireDecider } from "@/server/domain/approvals/require-decider";
import { scheduleBatches } from "@/server/domain/approvals/schedule-batches";
import type { DecideInput, DecideResult } from "@/server/domain/approvals/schema";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { updatePosts } from "@/server/domain/approvals/update-posts";
import { wakeRelease } from "@/server/domain/approvals/wake-release";
import { actorName } from "@/server/domain/audit/actor-name";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

type Decider = ApiKeyActor | MemberActor;

/**
 * Approves or rejects proposals that wait. The first decision counts: what somebody else has decided, what has expired,
 * what was edited since the decider read it and what they proposed themselves is skipped and told. Throws `forbidden`, and
 * `not_found` when one of them is none of the workspace's.
 */
export async function decide(actor: Decider, input: DecideInput): Promise<DecideResult> {
  requireDecider(actor);
  return transaction(async (tx) => {
    const { workspaceId } = actor;
    const asked = await lockAsked(tx, workspaceId, input.what);
    const now = clock.now();
    const wasRead = readBy(input, asked);
    const open = asked.filter(
      (one) => one.status === "pending" && one.expiresAt > now && !isOwnProposal(one, actor) && wasRead(one),
    );
    const approves = input.verdict === "approve";
    const who = await actorName(tx, actor);
    // The lock above makes the guard needless but for what forgets to take it.
    const decided = await tx.approval.updateManyAndReturn({
      where: { id: { in: open.map(({ id }) => id) }, workspaceId, status: "pending" },
      data: {
        status: approves ? "approved" : "rejected",
        decidedByKind: actor.kind,
        decidedById: who.id,
        decidedByName: who.name,
        decidedAt: now,
        reason: approves ? null : input.reason || null,
        sendAfter: approves ? now : null,
      },
    });
    if (decided.length > 0) {
      if (approves) await send(tx, decided, input);
      await countStreaks(tx, workspaceId, decided, approves);
      await audit(tx, actor, decided, input);
      await updatePosts(
        tx,
        decided.map(({ id }) => id),
      );
      await tellApprovals(tx, workspaceId);
    }
    const done = new Set(decided.map(({ id }) => id));
    const unread = asked.filter((one) => !wasRead(one));
    // Where somebody pressed a button under words that have changed, the new ones have to stand.
    await updatePosts(
      tx,
      unread.map(({ id }) => id),
    );
    return {
      decided: decided.map(({ id }) => id).toSorted((a, b) => a - b),
      // Of a whole batch those that were settled before are no news, unless they are all of it.
      skipped: asked
        .filter(
          ({ id, status }) =>
            !done.has(id) && ("approvalIds" in input.what || status === "pending" || done.size === 0),
        )
        .map((one) => ({
          id: one.id,
          why:
            one.status === "expired"
              ? "expired"
              : one.status !== "pending"
                ? "decided"
                : whyOpen(one, now, wasRead(one)),
          status: one.status,
          decidedBy: one.decidedByName,
          text: one.text,
        })),
    };
  });
}

function whyOpen(one: Approval, now: Date, wasRead: boolean): "expired" | "own" | "changed" {
  if (one.expiresAt <= now) return "expired";
  return wasRead ? "own" : "changed";
}

/** Nobody approves words that they have not read: whoever proposed them may have edited them a moment ago. */
function readBy({ texts, fingerprint, verdict }: DecideInput, asked: Approval[]): (one: Approval) => boolean {
  if (verdict === "reject") return () => true;
  if (fingerprint !== undefined && fingerprint !== fingerprintOf(asked)) return () => false;
  return ({ id, text }) => (texts?.[id] ?? text) === text;
}

/** Locked in order of their numbers, so that two who decide on the same ones do not wait for each other. */
async function lockAsked(tx: Tx, workspaceId: number, what: DecideInput["what"]): Promise<Approval[]> {
  if ("batchId" in what) {
    const batch = await tx.approvalBatch.findFirst({
      where: { id: what.batchId, workspaceId },
      select: { id: true },
    });
    if (!batch) throw new AppError("not_found", "batch_unknown", "There is no such batch.");
    await tx.$queryRaw`
      select 1 from approvals where batch_id = ${batch.id} and workspace_id = ${workspaceId}
      order by id for no key update`;
    return tx.approval.findMany({ where: { batchId: batch.id, workspaceId }, orderBy: { id: "asc" } });
  }
  const ids = [...new Set(what.approvalIds)];
  await tx.$queryRaw`
    select 1 from approvals where id = any(${ids}::int[]) and workspace_id = ${workspaceId}
    order by id for no key update`;
  const found = await tx.approval.findMany({
    where: { id: { in: ids }, workspaceId },
    orderBy: { id: "asc" },
  });
  if (found.length < ids.length)
    throw new AppError("not_found", "approval_unknown", "There is no such proposal.");
  return found;
}

async function send(tx: Tx, decided: Approval[], { what }: DecideInput): Promise<void> {
  if ("batchId" in what && what.delaySeconds !== undefined)
    await tx.approvalBatch.update({ where: { id: what.batchId }, data: { delaySeconds: what.delaySeconds } });
  await scheduleBatches(tx, decided);
  const chats = await tx.chat.findMany({
    where: { id: { in: decided.map(({ chatId }) => chatId) } },
    select: { resourceId: true },
  });
  for (const resourceId of new Set(chats.map((chat) => chat.resourceId))) await wakeRelease(tx, resourceId);
}

/** One line an act: a batch is one. */
async function audit(
  tx: Tx,
  actor: Decider,
  decided: Approval[],
  { what, verdict, reason }: DecideInput,
): Promise<void> {
  const action = verdict === "approve" ? "approval.approved" : "approval.rejected";
  const why = verdict === "reject" && reason ? { reason } : {};
  if ("batchId" in what) {
    const { id, name } = await tx.approvalBatch.findUniqueOrThrow({ where: { id: what.batchId } });
    const details = { batch: true, count: decided.length, ...why };
    await recordAudit(tx, actor, { action, target: { id, name }, details });
    return;
  }
  for (const { id, source, sourceName, kind, proposedText } of decided)
    await recordAudit(tx, actor, {
      action,
      target: { id, name: sourceName },
      details: { source, kind, ...(proposedText !== null && { edited: true }), ...why },
    });
}
