import type { Resource } from "@/prisma/generated/client";
import type { MemberActor } from "@/server/lib/actor";
import { db, type Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A resource of the actor's workspace. Throws `not_found`. */
export async function findResource(
  { workspaceId }: Pick<MemberActor, "workspaceId">,
  resourceId: number,
  tx: Tx = db,
): Promise<Resource> {
  const resource = await tx.resource.findFirst({ where: { id: resourceId, workspaceId } });
  if (!resource) throw new AppError("not_found", "resource", "There is no such resource.");
  return resource;
}
