import { z } from "zod";
import { deliveryQueues } from "@/server/domain/messages/delivery-queues";
import type { ResourceView } from "@/server/domain/resources/schema";
import { webhookAddress } from "@/server/domain/resources/webhook-address";
import { may } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { providerFor } from "@/server/providers/registry";

const accountSchema = z.object({ username: z.string().optional(), name: z.string().optional() }).catch({});

const updatesSchema = z.object({ updates: z.enum(["polling", "webhook"]).default("polling") });

/** The workspace's resources, oldest first, without their credentials. */
export async function listResources(actor: MemberActor): Promise<ResourceView[]> {
  const resources = await db.resource.findMany({
    where: { workspaceId: actor.workspaceId },
    include: { lease: true },
    omit: { credentials: true },
    orderBy: { id: "asc" },
  });
  const queues = Map.groupBy(await deliveryQueues(actor.workspaceId), ({ resourceId }) => resourceId);
  const now = Date.now();
  return resources.map((resource) => {
    const hasWebhook = providerFor(resource.provider).webhook !== undefined;
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
      queues: (queues.get(resource.id) ?? []).map(({ group, size, oldestAt }) => ({
        groupId: group?.id ?? null,
        title: group && (group.title ?? group.externalId),
        size,
        oldestAt: oldestAt.toISOString(),
      })),
      updates: hasWebhook ? updatesSchema.parse(resource.settings).updates : null,
      mayChange: may(actor, "resources.change"),
      webhookUrl: hasWebhook ? webhookAddress(resource.provider, resource.id) : null,
    };
  });
}
