import { type ResourceEventType, recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { Tx } from "@/server/lib/db";

/** Notes with every resource of a workspace that runs what happened to all of them at once. */
export async function tellResources(
  tx: Tx,
  workspaceId: number,
  event: { type: ResourceEventType; code: string },
): Promise<void> {
  const running = await tx.resource.findMany({
    where: { workspaceId, state: { in: ["active", "error"] } },
    select: { id: true, workspaceId: true },
  });
  for (const resource of running) await recordResourceEvent(tx, resource, event);
}
