import { recordAudit } from "@/server/domain/audit/record-audit";
import { isLastOwner } from "@/server/domain/workspaces/team/is-last-owner";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { TeamResult } from "@/server/domain/workspaces/team/schema";
import { takeOutMember } from "@/server/domain/workspaces/team/take-out-member";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** The member leaves the workspace; its last owner cannot. */
export async function leaveWorkspace(actor: MemberActor): Promise<TeamResult> {
  const { workspaceId, userId } = actor;
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    if (await isLastOwner(tx, workspaceId, userId)) return { ok: false, reason: "last_owner" };
    await recordAudit(tx, actor, {
      action: "member.left",
      target: { id: userId, name: me.name },
      details: { role: me.role },
    });
    await takeOutMember(tx, workspaceId, userId);
    return { ok: true };
  });
}
