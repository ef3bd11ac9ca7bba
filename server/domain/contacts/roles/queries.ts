import type { RoleRuleView } from "@/server/domain/contacts/roles/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The workspace's rules in the order they count. Throws `forbidden`. */
export async function listRoleRules(actor: MemberActor): Promise<RoleRuleView[]> {
  requirePermission(actor, "hub.view");
  const rules = await db.roleRule.findMany({
    where: { workspaceId: actor.workspaceId },
    orderBy: [{ priority: "desc" }, { id: "asc" }],
  });
  return rules.map(({ workspaceId: _own, createdAt: _at, ...rule }) => rule);
}
