import { OpenAPIHono } from "@hono/zod-openapi";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { type Count, figures } from "@/server/domain/health/figures";
import { queueFigures } from "@/server/domain/health/queue-figures";
import { deliveryQueues } from "@/server/domain/messages/delivery-queues";

// The process' own figures live as long as the process; development reloads this module.
const kept = globalThis as { assistchatMetrics?: Registry };
if (!kept.assistchatMetrics) {
  kept.assistchatMetrics = new Registry();
  collectDefaultMetrics({ register: kept.assistchatMetrics });
}
const processMetrics = kept.assistchatMetrics;

/** Prometheus' text format: this process, and the whole product as the database knows it. */
export const metricsRoutes = new OpenAPIHono().get("/", async (c) => {
  const product = new Registry();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name: `assistchat_${name}`, help, registers: [product] }).set(value);
  const byState = (name: string, help: string, states: string[], counts: Count[]) => {
    const labelled = new Gauge({
      name: `assistchat_${name}`,
      help,
      labelNames: ["state"],
      registers: [product],
    });
    for (const state of states)
      labelled.set({ state }, counts.find((each) => each.state === state)?.count ?? 0);
  };
  const [now, queue, deliveries] = await Promise.all([figures(), queueFigures(), deliveryQueues()]);
  byState(
    "conversations",
    "Conversations by state",
    ["assistant", "waiting", "manager", "closed"],
    now.conversations,
  );
  byState("deliveries", "Deliveries by state", ["pending", "sent", "failed", "unknown"], now.deliveries);
  byState("resources", "Connected accounts by state", ["ready", "active", "paused", "error"], now.resources);
  gauge("listeners", "Accounts that a living worker listens for", now.listeners);
  gauge("updates_unprocessed", "Updates received and not processed yet", now.updatesUnprocessed);
  gauge("updates_oldest_seconds", "Age of the oldest unprocessed update", now.updatesOldestSeconds);
  gauge("updates_failed", "Updates whose processing failed", now.updatesFailed);
  gauge("queue_jobs_ready", "Jobs that may start now", queue.ready);
  gauge("queue_oldest_seconds", "Age of the oldest job that may start", queue.oldestSeconds);
  gauge("queue_jobs_failed", "Jobs given up after their last attempt", queue.failed);
  const ofQueue = (name: string, help: string) =>
    new Gauge({
      name: `assistchat_delivery_queue_${name}`,
      help,
      labelNames: ["resource", "chat"],
      registers: [product],
    });
  const queueSize = ofQueue("size", "Deliveries that wait, by resource and kind of chat");
  const queueAge = ofQueue("age_seconds", "Age of the oldest waiting delivery, by resource and kind of chat");
  for (const resource of now.resourceIds) {
    for (const chat of ["private", "group"]) {
      const waiting = deliveries.filter(
        ({ resourceId, group }) => resourceId === resource && (group ? "group" : "private") === chat,
      );
      const oldest = Math.min(Date.now(), ...waiting.map(({ oldestAt }) => oldestAt.getTime()));
      queueSize.set(
        { resource, chat },
        waiting.reduce((sum, { size }) => sum + size, 0),
      );
      queueAge.set({ resource, chat }, (Date.now() - oldest) / 1000);
    }
  }
  const text = `${await processMetrics.metrics()}\n${await product.metrics()}`;
  return c.text(text, 200, { "Content-Type": product.contentType, "Cache-Control": "no-store" });
});
