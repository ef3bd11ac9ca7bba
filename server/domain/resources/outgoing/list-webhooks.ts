import type { WebhookDelivery } from "@/prisma/generated/client";
import { findResource } from "@/server/domain/resources/find-resource";
import type { ListWebhooksInput, WebhooksPage } from "@/server/domain/resources/outgoing/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The events that a resource was or will be told, newest first. Throws `forbidden`, `not_found`. */
export async function listWebhooks(
  actor: MemberActor,
  { resourceId, failedOnly, limit }: ListWebhooksInput,
): Promise<WebhooksPage> {
  requirePermission(actor, "resources.view");
  await findResource(actor, resourceId);
  const [found, failed] = await Promise.all([
    db.webhookDelivery.findMany({
      where: { resourceId, ...(failedOnly && { state: "failed" }) },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
    db.webhookDelivery.count({ where: { resourceId, state: "failed" } }),
  ]);
  const deliveries = found.slice(0, limit).map((row) => ({
    id: row.id,
    event: row.event,
    state: row.state,
    attempts: row.attempts,
    at: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    payload: shownPayload(row),
    responseStatus: row.responseStatus,
    responseDetail: row.responseDetail,
    durationMs: row.durationMs,
  }));
  return { deliveries, hasMore: found.length > limit, failed };
}

/** The event as it travels, in lines. */
function shownPayload({ event, payload }: Pick<WebhookDelivery, "event" | "payload">): string {
  const { at, data } = payload as { at?: string; data?: object };
  return JSON.stringify({ type: event, timestamp: at, data }, null, 2);
}
