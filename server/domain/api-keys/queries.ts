import { apiKeyView } from "@/server/domain/api-keys/api-key-view";
import type { ApiKeyView } from "@/server/domain/api-keys/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The workspace's keys, those in use first, then newest first. Throws `forbidden`. */
export async function listApiKeys(actor: MemberActor): Promise<ApiKeyView[]> {
  requirePermission(actor, "api-keys.manage");
  const keys = await db.apiKey.findMany({
    where: { workspaceId: actor.workspaceId },
    orderBy: { id: "desc" },
    take: 300,
  });
  const makers = await db.user.findMany({
    where: { id: { in: keys.flatMap(({ createdByUserId }) => createdByUserId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(makers.map(({ id, name }) => [id, name]));
  const views = keys.map((key) => apiKeyView(key, nameOf.get(key.createdByUserId ?? 0) ?? null));
  return [
    ...views.filter(({ state }) => state === "active"),
    ...views.filter(({ state }) => state !== "active"),
  ];
}
