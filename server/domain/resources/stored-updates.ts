import type { Prisma } from "@/prisma/generated/client";
import type { Jobs } from "@/server/jobs/jobs";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

const batch = 50;

const include = { resource: { include: { workspace: true } } } satisfies Prisma.InboundUpdateInclude;
export type StoredUpdate = Prisma.InboundUpdateGetPayload<{ include: typeof include }>;

/** The oldest updates of a lane that were not handled yet. */
export async function nextUpdates({ resourceId, lane }: Jobs["process-updates"]): Promise<StoredUpdate[]> {
  return db.inboundUpdate.findMany({
    where: { resourceId, lane, processedAt: null },
    orderBy: { id: "asc" },
    take: batch,
    include,
  });
}

/** Notes that an update was handled, or failed with `error`; `processed` ends its story either way. */
export async function finishUpdate(
  id: number,
  outcome: { processed: boolean; error?: string },
): Promise<void> {
  await db.inboundUpdate.update({
    where: { id },
    data: {
      processedAt: outcome.processed ? clock.now() : null,
      error: outcome.error ?? null,
      ...(outcome.error && { attempts: { increment: 1 } }),
    },
  });
}
