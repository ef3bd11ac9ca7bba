import type { Prisma } from "@/prisma/generated/client";
import { enqueue } from "@/server/jobs/enqueue";
import type { Jobs } from "@/server/jobs/jobs";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/** So many at a time: of fewer none is left when they are handled but what comes with a job of its own. */
export const updateBatch = 50;

const include = { resource: { include: { workspace: true } } } satisfies Prisma.InboundUpdateInclude;
export type StoredUpdate = Prisma.InboundUpdateGetPayload<{ include: typeof include }>;

/** Names the job that handles a lane, and what of it runs one at a time. */
export function laneKey({ resourceId, lane }: Jobs["process-updates"]): string {
  return `updates:${resourceId}:${lane}`;
}

/** The oldest updates of a lane that were not handled yet. */
export async function nextUpdates({ resourceId, lane }: Jobs["process-updates"]): Promise<StoredUpdate[]> {
  return db.inboundUpdate.findMany({
    where: { resourceId, lane, processedAt: null },
    orderBy: { id: "asc" },
    take: updateBatch,
    include,
  });
}

/** Has a lane gone on with at that time, for what it must wait for is not whole yet; a new update wakes it earlier. */
export async function resumeLane(lane: Jobs["process-updates"], runAt: Date): Promise<void> {
  await transaction((tx) => enqueue(tx, "process-updates", lane, { jobKey: laneKey(lane), runAt }));
}

/** Notes that an update was handled, or failed with `error`; `processed` ends its story either way. */
export async function finishUpdate(
  id: number,
  outcome: { processed: boolean; error?: string },
): Promise<void> {
  // `update` would read the whole of it back.
  await db.inboundUpdate.updateMany({
    where: { id },
    data: {
      processedAt: outcome.processed ? clock.now() : null,
      error: outcome.error ?? null,
      ...(outcome.error && { attempts: { increment: 1 } }),
    },
  });
}
