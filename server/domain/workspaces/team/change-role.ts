import { recordAudit } from "@/server/domain/audit/record-audit";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { linkedContacts } from "@/server/domain/contacts/roles/linked-contacts";
import { may, requirePermission } from "@/server/domain/workspaces/policy";
import { assignableRoles } from "@/server/domain/workspaces/team/assignable-roles";
import { isLastOwner } from "@/server/domain/workspaces/team/is-last-owner";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import { revokeInvitationsOf } from "@/server/domain/workspaces/team/revoke-invitations-of";
import type { TeamResult, TeamRole } from "@/server/domain/workspaces/team/schema";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * Gives a member another role, from the next request on. Owners are made and unmade by owners only, and one is always
 * left. Throws `forbidden` for who may not manage the team.
 */
export async function changeRole(
  actor: MemberActor,
  { userId, role }: { userId: number; role: TeamRole },
): Promise<TeamResult> {
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    requirePermission(me, "team.manage");
    const key = { workspaceId_userId: { workspaceId, userId } };
    const member = await tx.member.findUnique({ where: key, include: { user: { select: { name: true } } } });
    if (!member) return { ok: false, reason: "unknown_member" };
    if (member.role === role) return { ok: true };
    if (!assignableRoles(me, member.role).includes(role)) return { ok: false, reason: "owner_only" };
    if (await isLastOwner(tx, workspaceId, userId)) return { ok: false, reason: "last_owner" };
    await tx.member.update({ where: key, data: { role } });
    await applyRoleRules(tx, workspaceId, await linkedContacts(tx, workspaceId, userId));
    if (!may({ role }, "team.manage")) await revokeInvitationsOf(tx, workspaceId, userId);
    await recordAudit(tx, actor, {
      action: "member.role_changed",
      target: { id: userId, name: member.user.name },
      details: { from: member.role, to: role },
    });
    return { ok: true };
  });
}
