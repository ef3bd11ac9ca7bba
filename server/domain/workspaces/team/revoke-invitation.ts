import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Ends an invitation that nobody has accepted; ended before, nothing changes. Throws `forbidden`, `not_found`. */
export async function revokeInvitation(
  actor: MemberActor,
  { invitationId }: { invitationId: number },
): Promise<{ ok: true } | { ok: false; reason: "used" }> {
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    requirePermission(me, "team.manage");
    const invitation = await tx.invitation.findFirst({
      where: { id: invitationId, workspaceId: actor.workspaceId },
    });
    if (!invitation) throw new AppError("not_found", "invitation", "There is no such invitation.");
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: clock.now() },
    });
    if (count === 0) return invitation.acceptedAt ? { ok: false, reason: "used" } : { ok: true };
    await recordAudit(tx, actor, {
      action: "invitation.revoked",
      target: { id: invitation.id, name: invitation.email ?? "" },
      details: { role: invitation.role },
    });
    return { ok: true };
  });
}
