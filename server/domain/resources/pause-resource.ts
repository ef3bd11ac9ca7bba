import { recordAudit } from "@/server/domain/audit/record-audit";
import { openMissingTopics } from "@/server/domain/conversations/open-missing-topics";
import { findResource } from "@/server/domain/resources/find-resource";
import { moveOpeningTopics } from "@/server/domain/resources/move-opening-topics";
import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { ResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * Stops a resource: its listener ends within seconds, what customers send waits at the provider and what we would send
 * waits here; what its groups showed of other resources goes to another group if there is one. One that does not run is
 * left as it is. Throws `forbidden`, `not_found`.
 */
export async function pauseResource(actor: MemberActor, { resourceId }: ResourceInput): Promise<void> {
  requirePermission(actor, "resources.change");
  await transaction(async (tx) => {
    const { id, name, workspaceId } = await findResource(actor, resourceId, tx);
    const { count } = await tx.resource.updateMany({
      where: { id, state: { in: ["active", "error"] } },
      data: { state: "paused", errorCode: null, errorDetail: null },
    });
    if (count === 0) return;
    await recordAudit(tx, actor, { action: "resource.paused", target: { id, name } });
    await recordResourceEvent(tx, { id, workspaceId }, { type: "paused" });
  });
  await moveOpeningTopics(actor.workspaceId);
  await openMissingTopics(actor.workspaceId);
}
