import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** How many days closed conversations are kept; null keeps them. A nightly job acts by it. Throws `forbidden`. */
export async function setRetention(actor: MemberActor, { days }: { days: number | null }): Promise<void> {
  await transaction(async (tx) => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "workspace.retention");
    if (workspace.retentionDays === days) return;
    await tx.workspace.update({ where: { id: actor.workspaceId }, data: { retentionDays: days } });
    await recordAudit(tx, actor, {
      action: "workspace.retention_changed",
      details: { from: workspace.retentionDays, to: days },
    });
  });
}
