import { recordAudit } from "@/server/domain/audit/record-audit";
import { lockLead } from "@/server/domain/leads/lock-lead";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Removes a lead with its notes; the person and what they wrote stay. Throws `forbidden`, `not_found`. */
export async function deleteLead(actor: MemberActor, { leadId }: { leadId: number }): Promise<void> {
  requirePermission(actor, "leads.delete");
  await transaction(async (tx) => {
    await lockLead(tx, actor.workspaceId, leadId);
    await tx.lead.delete({ where: { id: leadId } });
    await recordAudit(tx, actor, { action: "lead.deleted", target: { id: leadId, name: `#${leadId}` } });
  });
}
