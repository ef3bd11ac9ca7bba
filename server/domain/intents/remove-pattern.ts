import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Removes a pattern; one that is gone already is fine. Throws `forbidden`. */
export async function removePattern(
  actor: MemberActor,
  { patternId }: { patternId: number },
): Promise<{ ok: boolean }> {
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    requirePermission(me, "hub.rules");
    const pattern = await tx.intentPattern.findFirst({
      where: { id: patternId, workspaceId: actor.workspaceId },
    });
    if (!pattern) return { ok: false };
    await tx.intentPattern.delete({ where: { id: patternId } });
    await recordAudit(tx, actor, {
      action: "hub.patterns_changed",
      target: { id: patternId, name: pattern.name },
      details: { change: "removed" },
    });
    return { ok: true };
  });
}
