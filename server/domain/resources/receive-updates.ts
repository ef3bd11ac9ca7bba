import { storableJson } from "@/server/domain/resources/storable-json";
import { laneKey } from "@/server/domain/resources/stored-updates";
import { enqueueAll } from "@/server/jobs/enqueue-all";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import type { RawUpdate } from "@/server/providers/provider";

/**
 * Stores a batch of raw updates and the jobs that process them, in one transaction, before the caller confirms them
 * to the provider. An update seen before changes nothing; of one that cannot be stored its number is kept, with the
 * error. Returns how many were new.
 */
export async function receiveUpdates(resourceId: number, updates: RawUpdate[]): Promise<number> {
  if (updates.length === 0) return 0;
  return transaction(async (tx) => {
    const { count } = await tx.inboundUpdate.createMany({
      data: updates.map((update) => ({ ...update, ...contentOf(update), resourceId })),
      skipDuplicates: true,
    });
    if (count === 0) return 0;
    const lanes = [...new Set(updates.map((update) => update.lane))];
    await enqueueAll(
      tx,
      "process-updates",
      lanes.map((lane) => ({ payload: { resourceId, lane }, jobKey: laneKey({ resourceId, lane }) })),
    );
    await tx.resource.update({ where: { id: resourceId }, data: { lastEventAt: clock.now() } });
    return count;
  });
}

function contentOf({ payload }: RawUpdate): { payload: object; processedAt?: Date; error?: string } {
  const storable = storableJson(payload);
  if (storable) return { payload: storable };
  return { payload: {}, processedAt: clock.now(), error: "malformed: nested too deep" };
}
