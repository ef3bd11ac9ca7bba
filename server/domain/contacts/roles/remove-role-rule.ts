import { recordAudit } from "@/server/domain/audit/record-audit";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Takes a rule away; contacts who had their role by it get the next one that fits. Gone already, nothing changes. Throws `forbidden`. */
export async function removeRoleRule(
  actor: MemberActor,
  { id }: { id: number },
): Promise<{ changed: number }> {
  requirePermission(actor, "hub.rules");
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const rule = await tx.roleRule.findFirst({ where: { id, workspaceId } });
    if (!rule) return { changed: 0 };
    await tx.roleRule.deleteMany({ where: { id, workspaceId } });
    const changed = await applyRoleRules(tx, workspaceId);
    await recordAudit(tx, actor, {
      action: "hub.role_rules_changed",
      details: {
        removed: true,
        kind: rule.kind,
        pattern: rule.pattern,
        role: rule.role,
        contacts: changed.length,
      },
    });
    return { changed: changed.length };
  });
}
