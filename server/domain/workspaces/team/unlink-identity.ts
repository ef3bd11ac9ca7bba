import { recordAudit } from "@/server/domain/audit/record-audit";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { linkedContacts } from "@/server/domain/contacts/roles/linked-contacts";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { TeamResult } from "@/server/domain/workspaces/team/schema";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * Unties a member's account on Telegram: one's own, or with the right to manage the team somebody's; untied before,
 * nothing changes. Throws `forbidden`.
 */
export async function unlinkIdentity(
  actor: MemberActor,
  { userId }: { userId: number },
): Promise<TeamResult> {
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    if (userId !== actor.userId) requirePermission(me, "team.manage");
    const member = await tx.member.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      include: { user: { select: { name: true } } },
    });
    if (!member) return { ok: false, reason: "unknown_member" };
    if (userId !== actor.userId && member.role === "owner" && me.role !== "owner")
      return { ok: false, reason: "owner_only" };
    const contacts = await linkedContacts(tx, workspaceId, userId);
    const { count } = await tx.memberIdentity.deleteMany({
      where: { workspaceId, userId, provider: "telegram" },
    });
    await applyRoleRules(tx, workspaceId, contacts);
    if (count > 0)
      await recordAudit(tx, actor, {
        action: "member.unlinked",
        target: { id: userId, name: member.user.name },
        details: { provider: "telegram" },
      });
    return { ok: true };
  });
}
