import type { Resource } from "@/prisma/generated/client";
import { type OpenedResource, openResource } from "@/server/domain/messages/open-resource";
import { db } from "@/server/lib/db";
import type { OutgoingCapability } from "@/server/providers/outgoing";

export type RunningOutgoing = {
  resource: Resource;
  opened: OpenedResource;
  outgoing: OutgoingCapability<never, never>;
};

/** A resource that is to be told of events now; null for one that is gone, paused or tells nobody. */
export async function runningOutgoing(resourceId: number): Promise<RunningOutgoing | null> {
  const resource = await db.resource.findUnique({ where: { id: resourceId } });
  if (!resource || (resource.state !== "active" && resource.state !== "error")) return null;
  const opened = openResource(resource);
  const { outgoing } = opened.provider;
  return outgoing ? { resource, opened, outgoing } : null;
}
