import { approvalInclude, approvalView } from "@/server/domain/approvals/approval-view";
import { requireDecider } from "@/server/domain/approvals/require-decider";
import type { ApprovalView, EditProposalInput } from "@/server/domain/approvals/schema";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { updatePosts } from "@/server/domain/approvals/update-posts";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Changes the text of a proposal that still waits; what was proposed is kept beside it. Throws `forbidden`, `not_found`,
 * and `conflict` (`approval_decided`) once it was decided on.
 */
export async function editProposal(
  actor: MemberActor,
  { approvalId, text }: EditProposalInput,
): Promise<ApprovalView> {
  requireDecider(actor);
  return transaction(async (tx) => {
    const { workspaceId } = actor;
    await tx.$queryRaw`
      select 1 from approvals where id = ${approvalId} and workspace_id = ${workspaceId} for no key update`;
    const before = await tx.approval.findFirst({
      where: { id: approvalId, workspaceId },
      include: approvalInclude,
    });
    if (!before) throw new AppError("not_found", "approval_unknown", "There is no such proposal.");
    if (before.status !== "pending")
      throw new AppError("conflict", "approval_decided", "This proposal was decided on already.");
    if (before.text === text) return approvalView(before, actor);
    const proposed = before.proposedText ?? before.text;
    const approval = await tx.approval.update({
      where: { id: approvalId },
      data: { text, proposedText: text === proposed ? null : proposed },
      include: approvalInclude,
    });
    const view = approvalView(approval, actor);
    await recordAudit(tx, actor, {
      action: "approval.edited",
      target: { id: approvalId, name: view.chat.title },
      details: { source: approval.source, kind: approval.kind },
    });
    await updatePosts(tx, [approvalId]);
    await tellApprovals(tx, workspaceId);
    return view;
  });
}
