import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { TeamResult } from "@/server/domain/workspaces/team/schema";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * An owner hands the workspace to another member, who becomes an owner while the giver becomes an admin; `confirm` is
 * the workspace's name, typed. Throws `forbidden` for everybody else, and for who has handed it over already.
 */
export async function transferWorkspace(
  actor: MemberActor,
  { userId, confirm }: { userId: number; confirm: string },
): Promise<TeamResult> {
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "workspace.transfer");
    if (confirm.trim() !== workspace.name.trim()) return { ok: false, reason: "confirm" };
    if (userId === actor.userId) return { ok: false, reason: "self" };
    const key = { workspaceId_userId: { workspaceId, userId } };
    const heir = await tx.member.findUnique({ where: key, include: { user: { select: { name: true } } } });
    if (!heir) return { ok: false, reason: "unknown_member" };
    await tx.member.update({ where: key, data: { role: "owner" } });
    await tx.member.update({
      where: { workspaceId_userId: { workspaceId, userId: actor.userId } },
      data: { role: "admin" },
    });
    await recordAudit(tx, actor, {
      action: "workspace.transferred",
      target: { id: userId, name: heir.user.name },
    });
    return { ok: true };
  });
}
