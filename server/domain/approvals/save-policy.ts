import type { SavePolicyInput } from "@/server/domain/approvals/schema";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Sets how proposals of a source and kind are treated. Throws `forbidden`, and `not_found` for a source that never proposed here. */
export async function savePolicy(
  actor: MemberActor,
  { source, kind, mode, autoAfter }: SavePolicyInput,
): Promise<void> {
  requirePermission(actor, "approvals.policy");
  await transaction(async (tx) => {
    const { workspaceId } = actor;
    const last = await tx.approval.findFirst({
      where: { workspaceId, source },
      orderBy: { id: "desc" },
      select: { sourceName: true },
    });
    if (!last) throw new AppError("not_found", "source_unknown", "Nothing was proposed from there yet.");
    await tx.approvalPolicy.upsert({
      where: { workspaceId_source_kind: { workspaceId, source, kind } },
      create: { workspaceId, source, kind, mode, autoAfter },
      update: { mode, autoAfter },
    });
    await recordAudit(tx, actor, {
      action: "approval.policy_changed",
      target: { name: last.sourceName },
      details: { source, kind, mode, ...(mode === "auto" && { autoAfter }) },
    });
    await tellApprovals(tx, workspaceId);
  });
}
