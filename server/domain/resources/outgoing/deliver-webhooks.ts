import { z } from "zod";
import type { WebhookDelivery } from "@/prisma/generated/client";
import { type RunningOutgoing, runningOutgoing } from "@/server/domain/resources/outgoing/running-outgoing";
import { settleWebhook } from "@/server/domain/resources/outgoing/settle-webhook";
import { deliverKey } from "@/server/domain/resources/outgoing/wake-outgoing";
import { enqueue } from "@/server/jobs/enqueue";
import type { Jobs } from "@/server/jobs/jobs";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** So many at a time go to one address; a slow one holds up nobody but itself. */
const atOnce = 4;
/** Then others' events get their turn. */
const turnMs = 25_000;

const stored = z.object({ at: z.string(), data: z.record(z.string(), z.unknown()) });

/**
 * Delivers what a resource has to be told and may be told now, the oldest first; a process that dies in between leaves
 * some to be delivered again, by the same id.
 */
export async function deliverWebhooks({ resourceId }: Jobs["deliver-webhooks"]): Promise<void> {
  await oneAtATime(`deliver-webhooks:${resourceId}`, async () => {
    const endAt = Date.now() + turnMs;
    for (;;) {
      // Read anew each time: it may have been paused or changed.
      const running = await runningOutgoing(resourceId);
      const due = running ? await dueOf(resourceId) : [];
      if (!running || due.length === 0) return;
      await Promise.all(due.map((delivery) => deliver(running, delivery)));
      if (Date.now() < endAt) continue;
      const runAt = clock.now();
      return transaction((tx) =>
        enqueue(tx, "deliver-webhooks", { resourceId }, { jobKey: `${deliverKey(resourceId)}:more`, runAt }),
      );
    }
  });
}

function dueOf(resourceId: number): Promise<WebhookDelivery[]> {
  return db.webhookDelivery.findMany({
    where: { resourceId, state: "pending", nextAttemptAt: { lte: clock.now() } },
    orderBy: [{ nextAttemptAt: "asc" }, { createdAt: "asc" }],
    take: atOnce,
  });
}

async function deliver(running: RunningOutgoing, delivery: WebhookDelivery): Promise<void> {
  const { credentials, settings } = running.opened;
  const { at, data } = stored.parse(delivery.payload);
  const event = { id: delivery.id, type: delivery.event, at, data };
  const startedAt = performance.now();
  const result = await running.outgoing.deliver(credentials, settings, event);
  await settleWebhook(running.resource, delivery, result, Math.round(performance.now() - startedAt));
}
