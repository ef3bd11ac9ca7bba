import { ENVIRONMENT_PREFIX } from "@/server/domain/api-keys/environment-key";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Ends a key for good; revoked before, nothing changes. The environment's own key ends where it stands, in the
 * environment. Throws `forbidden`, `not_found`.
 */
export async function revokeApiKey(
  actor: MemberActor,
  { apiKeyId }: { apiKeyId: number },
): Promise<{ ok: true } | { ok: false; reason: "environment" }> {
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    requirePermission(me, "api-keys.manage");
    const key = await tx.apiKey.findFirst({ where: { id: apiKeyId, workspaceId: actor.workspaceId } });
    if (!key) throw new AppError("not_found", "api_key", "There is no such key.");
    if (key.prefix === ENVIRONMENT_PREFIX) return { ok: false, reason: "environment" };
    const { count } = await tx.apiKey.updateMany({
      where: { id: key.id, revokedAt: null },
      data: { revokedAt: clock.now() },
    });
    if (count > 0)
      await recordAudit(tx, actor, {
        action: "api_key.revoked",
        target: { id: key.id, name: `${key.name} (${key.prefix}…)` },
      });
    return { ok: true };
  });
}
