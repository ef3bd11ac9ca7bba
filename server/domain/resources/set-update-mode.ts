import type { SetUpdateModeInput } from "@/server/domain/resources/schema";
import { may } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { providerFor } from "@/server/providers/registry";

/**
 * Has a resource ask for its updates, or the provider bring them. The worker that listens takes the change up
 * within seconds; what waits at the provider is kept. Throws `forbidden`, `not_found`.
 */
export async function setUpdateMode(actor: MemberActor, input: SetUpdateModeInput): Promise<void> {
  if (!may(actor, "resources.change"))
    throw new AppError("forbidden", "role", "Only owners and admins may do this.");
  await transaction(async (tx) => {
    const resource = await tx.resource.findFirst({
      where: { id: input.resourceId, workspaceId: actor.workspaceId },
    });
    if (!resource || !providerFor(resource.provider).webhook)
      throw new AppError("not_found", "resource", "There is no such bot.");
    // Merged by the database: what somebody else changes at the same moment stays.
    await tx.$executeRaw`
      update resources set settings = settings || ${JSON.stringify({ updates: input.updates })}::jsonb, updated_at = now()
      where id = ${resource.id}`;
  });
}
