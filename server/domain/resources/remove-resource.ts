import { recordAudit } from "@/server/domain/audit/record-audit";
import { findResource } from "@/server/domain/resources/find-resource";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import type { RemoveResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/**
 * Removes a resource with its conversations. One that has some goes only when its name was typed. Throws `forbidden`,
 * `not_found`.
 */
export async function removeResource(
  actor: MemberActor,
  { resourceId, confirmation }: RemoveResourceInput,
): Promise<{ ok: true } | { ok: false; reason: "not_confirmed"; conversations: number }> {
  requirePermission(actor, "resources.change");
  return transaction(async (tx) => {
    const { id, name, provider, workspaceId } = await findResource(actor, resourceId, tx);
    const conversations = await tx.conversation.count({ where: { resourceId: id } });
    if (conversations > 0 && confirmation.trim() !== name.trim())
      return { ok: false, reason: "not_confirmed", conversations };
    await recordAudit(tx, actor, {
      action: "resource.removed",
      target: { id, name },
      details: { provider, conversations },
    });
    await tx.resource.delete({ where: { id } });
    realtime.notify(tx, resourcesTopic(workspaceId));
    return { ok: true };
  });
}
