import type { Resource, Workspace } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

/** A resource as a worker runs it. Throws when it is gone. */
export function runningResource(resourceId: number): Promise<Resource & { workspace: Workspace }> {
  return db.resource.findUniqueOrThrow({ where: { id: resourceId }, include: { workspace: true } });
}
