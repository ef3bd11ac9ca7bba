import { recordAudit } from "@/server/domain/audit/record-audit";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { bareUsername } from "@/server/domain/contacts/roles/bare-username";
import type { RoleRuleInput } from "@/server/domain/contacts/roles/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** A workspace needs a handful; each is tried on every contact. */
const mostRules = 200;

type SaveResult =
  | { ok: true; id: number; changed: number }
  | { ok: false; reason: "unknown" | "double" | "too_many" };

/** Adds a rule or changes one, and has the contacts follow; `changed` counts those who got another role. Throws `forbidden`. */
export async function saveRoleRule(actor: MemberActor, { id, ...rule }: RoleRuleInput): Promise<SaveResult> {
  requirePermission(actor, "hub.rules");
  const { workspaceId } = actor;
  const plain = rule.kind === "username" ? bareUsername(rule.pattern).toLowerCase() : rule.pattern;
  const data = { ...rule, pattern: rule.kind === "bot" ? "" : plain };
  return transaction(async (tx): Promise<SaveResult> => {
    await tx.$queryRaw`select 1 from workspaces where id = ${workspaceId} for no key update`;
    const known = await tx.roleRule.findMany({ where: { workspaceId } });
    if (id !== undefined && !known.some((one) => one.id === id)) return { ok: false, reason: "unknown" };
    if (known.some((one) => one.id !== id && one.kind === data.kind && one.pattern === data.pattern))
      return { ok: false, reason: "double" };
    if (id === undefined && known.length >= mostRules) return { ok: false, reason: "too_many" };
    const saved =
      id === undefined
        ? await tx.roleRule.create({ data: { ...data, workspaceId } })
        : await tx.roleRule.update({ where: { id }, data });
    const changed = await applyRoleRules(tx, workspaceId);
    await recordAudit(tx, actor, {
      action: "hub.role_rules_changed",
      details: { kind: saved.kind, pattern: saved.pattern, role: saved.role, contacts: changed.length },
    });
    return { ok: true, id: saved.id, changed: changed.length };
  });
}
