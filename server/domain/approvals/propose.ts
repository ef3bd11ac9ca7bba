import { applyPolicy } from "@/server/domain/approvals/apply-policy";
import { approvalInclude, approvalView } from "@/server/domain/approvals/approval-view";
import { findTarget, readTargets } from "@/server/domain/approvals/find-target";
import { approvedByPolicy, expiryOf } from "@/server/domain/approvals/new-proposal";
import { proposerOf } from "@/server/domain/approvals/proposer-of";
import type { ApprovalView, ProposeInput } from "@/server/domain/approvals/schema";
import { showInGroup } from "@/server/domain/approvals/show-in-group";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { wakeRelease } from "@/server/domain/approvals/wake-release";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/**
 * Proposes a message, which goes out once somebody approves it. Throws `forbidden`, and what `findTarget` says of a chat
 * that nothing can be sent to.
 */
export async function propose(
  actor: ApiKeyActor | MemberActor,
  { target, text, context, kind }: ProposeInput,
): Promise<ApprovalView> {
  return transaction(async (tx) => {
    const { workspaceId } = actor;
    const proposer = await proposerOf(tx, actor);
    const isFree = await applyPolicy(tx, { workspaceId, ...proposer }, [kind]);
    const chat = findTarget(await readTargets(tx, workspaceId, [target]), target);
    if (chat instanceof Error) throw chat;
    const approval = await tx.approval.create({
      data: {
        workspaceId,
        chatId: chat.id,
        text,
        context: context ?? undefined,
        kind,
        ...proposer,
        ...(isFree(kind) && approvedByPolicy()),
        expiresAt: await expiryOf(tx, workspaceId),
        createdAt: clock.now(),
      },
      include: approvalInclude,
    });
    const view = approvalView(approval, actor);
    const audited = { target: { id: approval.id, name: view.chat.title } };
    await recordAudit(tx, actor, { action: "approval.proposed", ...audited, details: { kind } });
    if (approval.status === "approved") {
      const system = { kind: "system", workspaceId } as const;
      await recordAudit(tx, system, { action: "approval.approved", ...audited, details: { policy: kind } });
      await wakeRelease(tx, chat.resourceId);
    } else await showInGroup(tx, workspaceId, [approval.id]);
    await tellApprovals(tx, workspaceId);
    return view;
  });
}
