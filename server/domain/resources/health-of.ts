import { openResource } from "@/server/domain/messages/open-resource";
import { findResource } from "@/server/domain/resources/find-resource";
import type { HealthView, ResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** A poll lasts 25 s and a quiet stream of events shows a sign of life sooner; seconds. */
const longSilence = 90;

/**
 * Whether a resource is listened for and its account works through and through, looked at live: somebody holds its lease,
 * heard from the provider lately, and what the provider itself finds. Throws `forbidden`, `not_found`.
 */
export async function healthOf(actor: MemberActor, { resourceId }: ResourceInput): Promise<HealthView[]> {
  requirePermission(actor, "resources.change");
  const resource = await findResource(actor, resourceId);
  const { provider, credentials, settings, world } = openResource(resource);
  const found = (await provider.health?.(credentials, world, settings)) ?? [];
  const views = found.map((finding): HealthView => ({ ...finding, seconds: null }));
  if (!provider.channel) return views;
  const now = clock.now().getTime();
  const lease = await db.resourceLease.findUnique({ where: { resourceId } });
  const seconds = lease?.polledAt ? Math.max(Math.round((now - lease.polledAt.getTime()) / 1000), 0) : null;
  const isHeld = lease !== null && lease.expiresAt.getTime() > now;
  return [
    { code: "listener", ok: isHeld, detail: "", seconds: null },
    { code: "heard", ok: isHeld && seconds !== null && seconds <= longSilence, detail: "", seconds },
    ...views,
  ];
}
