import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

export type Count = { state: string; count: number };

/** The product in figures, over all workspaces, computed from the database: whichever process did the work. */
export async function figures() {
  const [conversations, deliveries, connected, updates, oldest, failedUpdates, listeners] = await Promise.all(
    [
      db.conversation.groupBy({ by: ["state"], _count: true }),
      db.delivery.groupBy({ by: ["state"], _count: true }),
      db.resource.findMany({ select: { id: true, state: true }, orderBy: { id: "asc" } }),
      db.inboundUpdate.count({ where: { processedAt: null } }),
      db.inboundUpdate.findFirst({
        where: { processedAt: null },
        orderBy: { id: "asc" },
        select: { receivedAt: true },
      }),
      db.inboundUpdate.count({ where: { error: { not: null } } }),
      db.resourceLease.count({ where: { expiresAt: { gt: clock.now() } } }),
    ],
  );
  const counts = (groups: { state: string; _count: number }[]): Count[] =>
    groups.map(({ state, _count }) => ({ state, count: _count }));
  return {
    conversations: counts(conversations),
    deliveries: counts(deliveries),
    resources: [...Map.groupBy(connected, ({ state }) => state)].map(([state, { length }]) => ({
      state,
      count: length,
    })),
    resourceIds: connected.map(({ id }) => id),
    updatesUnprocessed: updates,
    updatesOldestSeconds: oldest ? (clock.now().getTime() - oldest.receivedAt.getTime()) / 1000 : 0,
    updatesFailed: failedUpdates,
    listeners,
  };
}
