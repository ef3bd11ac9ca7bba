import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { TeamResult } from "@/server/domain/workspaces/team/schema";
import { takeOutMember } from "@/server/domain/workspaces/team/take-out-member";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * Takes somebody else out of the workspace, at once; who is out already stays out. Owners are removed by owners only.
 * Throws `forbidden` for who may not manage the team.
 */
export async function removeMember(actor: MemberActor, { userId }: { userId: number }): Promise<TeamResult> {
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    requirePermission(me, "team.manage");
    if (userId === actor.userId) return { ok: false, reason: "self" };
    const member = await tx.member.findUnique({
      where: { workspaceId_userId: { workspaceId, userId } },
      include: { user: { select: { name: true } } },
    });
    if (!member) return { ok: false, reason: "unknown_member" };
    if (member.role === "owner" && me.role !== "owner") return { ok: false, reason: "owner_only" };
    await takeOutMember(tx, workspaceId, userId);
    await recordAudit(tx, actor, {
      action: "member.removed",
      target: { id: userId, name: member.user.name },
      details: { role: member.role },
    });
    return { ok: true };
  });
}
