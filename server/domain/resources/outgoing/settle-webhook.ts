import type { Resource, WebhookDelivery } from "@/prisma/generated/client";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { resolveAlerts } from "@/server/domain/notifications/resolve-alerts";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import type { OutgoingResult } from "@/server/providers/outgoing";
import { realtime } from "@/server/realtime/realtime";

const seconds = 1000;
const hours = 3600 * seconds;
/** Pauses after each failed try but the last: eight tries in a little over a day. */
const pauses = [5 * seconds, 300 * seconds, 1800 * seconds, 2 * hours, 5 * hours, 7 * hours, 10 * hours];
/** So many tries are made. */
export const mostAttempts = pauses.length + 1;

/** What the owner is told of events that were given up. */
const undelivered = "events_undelivered";

/** Writes down what became of a try: sent, to be tried again, or given up, which the owner is told. */
export async function settleWebhook(
  resource: Resource,
  delivery: WebhookDelivery,
  result: OutgoingResult,
  durationMs: number,
): Promise<void> {
  const attempts = delivery.attempts + 1;
  const now = clock.now();
  const pause = result.ok || result.kind === "refused" ? undefined : pauses[attempts - 1];
  const isOver = !result.ok && pause === undefined;
  const afterMs = result.ok ? 0 : Math.max(pause ?? 0, result.kind === "retry" ? (result.afterMs ?? 0) : 0);
  const settled = await transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: delivery.id, state: "pending", attempts: delivery.attempts },
      data: {
        attempts,
        durationMs,
        responseStatus: result.status,
        responseDetail: result.detail || null,
        ...(result.ok && { state: "sent", sentAt: now, nextAttemptAt: null }),
        ...(isOver && { state: "failed", nextAttemptAt: null }),
        ...(pause !== undefined && { nextAttemptAt: new Date(now.getTime() + afterMs) }),
      },
    });
    if (count === 0) return false;
    await tx.$executeRaw`update resources set last_event_at = ${now} where id = ${resource.id}`;
    if (isOver) await raiseAlert(tx, resource.workspaceId, undelivered, resource.name);
    realtime.notify(tx, resourcesTopic(resource.workspaceId));
    return true;
  });
  if (!settled) return;
  if (isOver) await setResourceWarning(resource.id, { code: undelivered, detail: result.detail });
  if (result.ok) await noteWorking(resource);
}

/** The address takes events again: what was wrong with it is over. */
async function noteWorking({ id, workspaceId, state, warningCode }: Resource): Promise<void> {
  if (state === "error") await clearResourceError(id);
  if (warningCode === null) return;
  await setResourceWarning(id, null);
  const others = await db.resource.count({ where: { workspaceId, warningCode: undelivered } });
  if (others === 0) await resolveAlerts(workspaceId, [undelivered]);
}
