import { recordAudit } from "@/server/domain/audit/record-audit";
import { findResource } from "@/server/domain/resources/find-resource";
import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { ResourceInput } from "@/server/domain/resources/schema";
import { wakeWaitingChats } from "@/server/domain/resources/wake-waiting-chats";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";

/**
 * Has a resource run: a worker takes it up within seconds, and what waited goes on. One that runs already is left as it
 * is; one in `error` gets a new try. Throws `forbidden`, `not_found`.
 */
export async function activateResource(
  actor: MemberActor,
  { resourceId }: ResourceInput,
): Promise<{ ok: true } | { ok: false; reason: "demo_off" }> {
  requirePermission(actor, "resources.change");
  return transaction(async (tx) => {
    const { id, name, workspaceId, world } = await findResource(actor, resourceId, tx);
    if (world === "simulator" && !env.DEMO) return { ok: false, reason: "demo_off" };
    const { count } = await tx.resource.updateMany({
      where: { id, state: { not: "active" } },
      data: { state: "active", errorCode: null, errorDetail: null },
    });
    if (count === 0) return { ok: true };
    await recordAudit(tx, actor, { action: "resource.activated", target: { id, name } });
    await recordResourceEvent(tx, { id, workspaceId }, { type: "activated" });
    // A listener that did not notice the pause does not begin anew, and would not wake them.
    await wakeWaitingChats(tx, id, false);
    return { ok: true };
  });
}
