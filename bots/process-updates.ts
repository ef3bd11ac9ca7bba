import { handlerFor } from "@/bots/handler-for";
import { NotNow } from "@/bots/not-now";
import type { ReadUpdate, UpdateHandler } from "@/bots/update-handler";
import {
  finishUpdate,
  laneKey,
  nextUpdates,
  resumeLane,
  type StoredUpdate,
  updateBatch,
} from "@/server/domain/resources/stored-updates";
import type { Jobs } from "@/server/jobs/jobs";
import { clock } from "@/server/lib/clock";
import { databaseIsAway } from "@/server/lib/database-is-away";
import { drain } from "@/server/lib/drain";
import { logger } from "@/server/lib/logger";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** An update that fails this often is kept with its error and passed over, so that its lane goes on. */
const maxAttempts = 3;
/** What belongs together comes as one update each; it is whole when none of them came for so long. */
const silenceMs = 1000;
/** What has to wait for its provider is tried again after this. */
const notNowMs = 10_000;

type Handler = UpdateHandler<unknown>;
type Read = { stored: StoredUpdate; update: unknown };

/** So long after somebody else was seen at work on a lane what they may have missed is looked for. */
const busyMs = 300;

/** Handles what is stored of one lane, in order, until nothing is left or what belongs together has to be waited for. */
export async function processUpdates(lane: Jobs["process-updates"]): Promise<void> {
  const ran = await oneAtATime(laneKey(lane), () => handleLane(lane));
  if (!ran) await resumeLane(lane, new Date(clock.now().getTime() + busyMs));
}

async function handleLane(lane: Jobs["process-updates"]): Promise<void> {
  for (;;) {
    // A process that stops leaves the rest to the next, instead of being ended in the middle of it.
    if (drain.hasBegun()) return resumeLane(lane, clock.now());
    const batch = await nextUpdates(lane);
    const [oldest] = batch;
    if (!oldest) return;
    const handler = await handlerFor(oldest.resource.provider);
    const done = new Set<number>();
    for (const [index, stored] of batch.entries()) {
      if (done.has(stored.id)) continue;
      const update = await readable(handler, stored);
      if (!update) continue;
      const group = groupOf(handler, batch, update);
      // Its rest may stand beyond this batch.
      if (group.length > 0 && index > 0) break;
      const wholeAt = Math.max(0, ...group.map((part) => part.stored.receivedAt.getTime())) + silenceMs;
      if (group.length > 0 && wholeAt > clock.now().getTime()) {
        return resumeLane(lane, new Date(wholeAt));
      }
      const parts = group.length > 0 ? group : [update];
      if (!(await carryOut(handler, parts))) {
        return resumeLane(lane, new Date(clock.now().getTime() + notNowMs));
      }
      for (const part of parts) done.add(part.stored.id);
    }
    if (done.size === batch.length && batch.length < updateBatch) return;
  }
}

/** The update if it can be relied on; what is malformed is kept with its error and passed over. */
async function readable(handler: Handler, stored: StoredUpdate): Promise<Read | null> {
  const read = handler.read(stored.payload);
  if (read.ok) return { stored, update: read.update };
  const { externalId: update, resourceId } = stored;
  logger.warn({ resourceId, update, field: read.field }, "malformed update passed over");
  await finishUpdate(stored.id, { processed: true, error: `malformed: ${read.field}` });
  return null;
}

/** The updates that belong together with this one, itself among them; none when it stands alone. */
function groupOf(handler: Handler, batch: StoredUpdate[], { stored, update }: Read): Read[] {
  const name = handler.togetherAs?.(update) ?? null;
  if (name === null) return [];
  return batch.flatMap((other): Read[] => {
    if (other.id === stored.id) return [{ stored, update }];
    const read = handler.read(other.payload);
    if (!read.ok || handler.togetherAs?.(read.update) !== name) return [];
    return [{ stored: other, update: read.update }];
  });
}

/** Handles one update, or those that belong together as one; false when they have to wait for their provider. */
async function carryOut(handler: Handler, parts: Read[]): Promise<boolean> {
  const [first, ...others] = parts.map(
    ({ stored: { externalId }, update }): ReadUpdate<unknown> => ({ update, externalId }),
  );
  const stored = parts[0]?.stored;
  if (!first || !stored) return true;
  const { resource } = stored;
  try {
    await handler.handle(resource, [first, ...others]);
    for (const part of parts) await finishUpdate(part.stored.id, { processed: true });
  } catch (error) {
    if (error instanceof NotNow) {
      logger.info(
        { resourceId: resource.id, update: stored.externalId, reason: error.message },
        "update waits",
      );
      return false;
    }
    // That is no fault of the update's, which is tried until the database is back.
    if (databaseIsAway(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const givenUp = stored.attempts + 1 >= maxAttempts;
    logger.error(
      { err: error, resourceId: resource.id, update: stored.externalId, givenUp },
      "update failed",
    );
    for (const part of parts) await finishUpdate(part.stored.id, { processed: givenUp, error: reason });
    // Later updates of the lane wait for this one; the job is tried again.
    if (!givenUp) throw error;
  }
  return true;
}
