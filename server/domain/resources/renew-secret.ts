import { recordAudit } from "@/server/domain/audit/record-audit";
import { openResource } from "@/server/domain/messages/open-resource";
import { findResource } from "@/server/domain/resources/find-resource";
import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { ResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { seal } from "@/server/lib/crypto";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Gives an outgoing resource a new signing secret, told here and never again; the old one goes on signing for a day.
 * Throws `forbidden`, `not_found`, also for a resource that signs nothing.
 */
export async function renewSecret(
  actor: MemberActor,
  { resourceId }: ResourceInput,
): Promise<{ secret: string }> {
  requirePermission(actor, "resources.change");
  return transaction(async (tx) => {
    // Two at once would each tell a secret, and one of them would be wrong.
    await tx.$queryRaw`select id from resources where id = ${resourceId} and workspace_id = ${actor.workspaceId} for update`;
    const resource = await findResource(actor, resourceId, tx);
    const { provider, credentials } = openResource(resource);
    if (!provider.outgoing) throw new AppError("not_found", "secret", "This resource signs nothing.");
    const renewed = provider.outgoing.renewSecret(credentials);
    const { id, name, workspaceId } = resource;
    const sealed = seal(JSON.stringify(renewed.credentials), `${workspaceId}:${id}`);
    await tx.resource.update({ where: { id }, data: { credentials: sealed } });
    const details = { changed: [], credentialsReplaced: true };
    await recordAudit(tx, actor, { action: "resource.changed", target: { id, name }, details });
    await recordResourceEvent(tx, resource, { type: "changed", code: "credentials" });
    return { secret: renewed.secret };
  });
}
