import { z } from "zod";
import type { ResourceView } from "@/server/domain/resources/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

const accountSchema = z.object({ username: z.string().optional(), name: z.string().optional() }).catch({});

/** The workspace's resources, oldest first, without their credentials. */
export async function listResources(actor: MemberActor): Promise<ResourceView[]> {
  const resources = await db.resource.findMany({
    where: { workspaceId: actor.workspaceId },
    include: { lease: true },
    omit: { credentials: true },
    orderBy: { id: "asc" },
  });
  const now = Date.now();
  return resources.map((resource) => {
    const account = accountSchema.parse(resource.account);
    return {
      id: resource.id,
      name: resource.name,
      provider: resource.provider,
      username: account.username ?? null,
      world: resource.world,
      state: resource.state,
      listening: resource.lease !== null && resource.lease.expiresAt.getTime() > now,
      error: resource.errorCode ? { code: resource.errorCode, detail: resource.errorDetail } : null,
      warning: resource.warningCode ? { code: resource.warningCode, detail: resource.warningDetail } : null,
      lastEventAt: resource.lastEventAt?.toISOString() ?? null,
    };
  });
}
