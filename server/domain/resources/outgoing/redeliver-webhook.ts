import { recordAudit } from "@/server/domain/audit/record-audit";
import type { RedeliverWebhookInput } from "@/server/domain/resources/outgoing/schema";
import { deliverKey } from "@/server/domain/resources/outgoing/wake-outgoing";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { enqueue } from "@/server/jobs/enqueue";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { realtime } from "@/server/realtime/realtime";

/**
 * Has an event delivered again, by the same id and with all its tries; what waits for a later try goes
 * now, and what is on its way already is left alone.
 * Throws `forbidden`, `not_found`.
 */
export async function redeliverWebhook(
  actor: MemberActor,
  { deliveryId }: RedeliverWebhookInput,
): Promise<{ ok: true } | { ok: false; reason: "not_running" }> {
  requirePermission(actor, "resources.change");
  return transaction(async (tx) => {
    const { workspaceId } = actor;
    const delivery = await tx.webhookDelivery.findFirst({
      where: { id: deliveryId, workspaceId },
      include: { resource: { select: { id: true, name: true, state: true } } },
    });
    if (!delivery) throw new AppError("not_found", "delivery", "There is no such delivery.");
    const { resource, event } = delivery;
    if (resource.state !== "active" && resource.state !== "error")
      return { ok: false, reason: "not_running" };
    const now = clock.now();
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, OR: [{ state: { not: "pending" } }, { nextAttemptAt: { gt: now } }] },
      data: { state: "pending", attempts: 0, nextAttemptAt: now, sentAt: null },
    });
    if (count === 0) return { ok: true };
    await recordAudit(tx, actor, { action: "webhook.redelivered", target: resource, details: { event } });
    await enqueue(tx, "deliver-webhooks", { resourceId: resource.id }, { jobKey: deliverKey(resource.id) });
    realtime.notify(tx, resourcesTopic(workspaceId));
    return { ok: true };
  });
}
