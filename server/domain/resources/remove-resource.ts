import type { Resource } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { openMissingTopics } from "@/server/domain/conversations/open-missing-topics";
import { findResource } from "@/server/domain/resources/find-resource";
import { leaveProvider } from "@/server/domain/resources/leave-provider";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import type { RemoveResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

type Removed = { ok: true; resource: Resource };
type NotConfirmed = { ok: false; reason: "not_confirmed"; conversations: number };

/**
 * Removes a resource with its conversations, then tells its provider. What its groups showed of other resources goes to
 * another group if there is one. One that has some goes only when its name was
 * typed. Throws `forbidden`, `not_found`.
 */
export async function removeResource(
  actor: MemberActor,
  { resourceId, confirmation }: RemoveResourceInput,
): Promise<{ ok: true } | NotConfirmed> {
  requirePermission(actor, "resources.change");
  const result = await transaction(async (tx): Promise<Removed | NotConfirmed> => {
    const resource = await findResource(actor, resourceId, tx);
    const { id, name, provider, workspaceId } = resource;
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
    return { ok: true, resource };
  });
  if (!result.ok) return result;
  await openMissingTopics(actor.workspaceId);
  await leaveProvider(result.resource);
  return { ok: true };
}
