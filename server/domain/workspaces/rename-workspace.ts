import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Gives the workspace another name; the same one changes nothing. Throws `forbidden`. */
export async function renameWorkspace(actor: MemberActor, { name }: { name: string }): Promise<void> {
  await transaction(async (tx) => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "workspace.rename");
    if (workspace.name === name) return;
    await tx.workspace.update({ where: { id: actor.workspaceId }, data: { name } });
    await recordAudit(tx, actor, {
      action: "workspace.renamed",
      target: { id: actor.workspaceId, name },
      details: { from: workspace.name, to: name },
    });
  });
}
