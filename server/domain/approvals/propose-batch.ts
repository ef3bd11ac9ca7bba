import { applyPolicy } from "@/server/domain/approvals/apply-policy";
import { findTarget, readTargets, type TargetChat } from "@/server/domain/approvals/find-target";
import { approvedByPolicy, expiryOf } from "@/server/domain/approvals/new-proposal";
import { proposerOf } from "@/server/domain/approvals/proposer-of";
import type { ProposeBatchInput } from "@/server/domain/approvals/schema";
import { showInGroup } from "@/server/domain/approvals/show-in-group";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { wakeRelease } from "@/server/domain/approvals/wake-release";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** So many bad places are named; who reads them mends the rest alike. */
const mostNamed = 10;

export type ProposedBatch = {
  batchId: number;
  name: string;
  approvalIds: number[];
  status: "pending" | "approved";
  createdAt: string;
};

/**
 * Proposes messages that are decided on together and sent one after another. A message that cannot be sent refuses them
 * all: throws `batch_refused` that names the places. Throws `forbidden`.
 */
export async function proposeBatch(
  actor: ApiKeyActor | MemberActor,
  { name, delaySeconds, messages }: ProposeBatchInput,
): Promise<ProposedBatch> {
  return transaction(async (tx) => {
    const { workspaceId } = actor;
    const proposer = await proposerOf(tx, actor);
    const kinds = [...new Set(messages.map(({ kind }) => kind))];
    const isFree = await applyPolicy(tx, { workspaceId, ...proposer }, kinds);
    const known = await readTargets(
      tx,
      workspaceId,
      messages.map(({ target }) => target),
    );
    const chats = messages.map(({ target }) => findTarget(known, target));
    refuseBad(chats);
    const now = clock.now();
    const batch = await tx.approvalBatch.create({
      data: { workspaceId, name: name || now.toISOString().slice(0, 16), delaySeconds, createdAt: now },
    });
    // One that must be asked about holds the whole batch.
    const free = kinds.every(isFree);
    const expiresAt = await expiryOf(tx, workspaceId);
    const approvals = await tx.approval.createManyAndReturn({
      data: messages.map(({ text, context, kind }, position) => ({
        workspaceId,
        chatId: (chats[position] as TargetChat).id,
        batchId: batch.id,
        position,
        text,
        context: context ?? undefined,
        kind,
        ...proposer,
        ...(free && approvedByPolicy()),
        ...(free && { sendAfter: new Date(now.getTime() + position * delaySeconds * 1000) }),
        expiresAt,
        createdAt: now,
      })),
      select: { id: true },
    });
    const audited = { target: { id: batch.id, name: batch.name } };
    const details = { batch: true, count: messages.length };
    await recordAudit(tx, actor, { action: "approval.proposed", ...audited, details });
    const approvalIds = approvals.map(({ id }) => id).toSorted((a, b) => a - b);
    if (free) {
      const system = { kind: "system", workspaceId } as const;
      await recordAudit(tx, system, {
        action: "approval.approved",
        ...audited,
        details: { ...details, policy: kinds.join(", ") },
      });
      const resources = new Set(chats.flatMap((chat) => ("resourceId" in chat ? [chat.resourceId] : [])));
      for (const resourceId of resources) await wakeRelease(tx, resourceId);
    } else await showInGroup(tx, workspaceId, approvalIds.slice(0, 1));
    await tellApprovals(tx, workspaceId);
    return {
      batchId: batch.id,
      name: batch.name,
      approvalIds,
      status: free ? "approved" : "pending",
      createdAt: batch.createdAt.toISOString(),
    };
  });
}

function refuseBad(chats: (TargetChat | AppError)[]): void {
  const bad = chats.flatMap((chat, place) =>
    chat instanceof AppError ? [`messages[${place}]: ${chat.message}`] : [],
  );
  const first = chats.find((chat) => chat instanceof AppError);
  if (!first) return;
  const more = bad.length > mostNamed ? ` … and ${bad.length - mostNamed} more` : "";
  throw new AppError(
    first.code,
    "batch_refused",
    `Nothing was proposed. ${bad.slice(0, mostNamed).join(" ")}${more}`,
  );
}
