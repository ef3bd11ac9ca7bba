import type { Message, Update } from "grammy/types";
import { checkUpdate } from "@/bots/telegram/check-update";
import { handleUpdate } from "@/bots/telegram/handle-update";
import { updateContext } from "@/bots/telegram/update-context";
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
/** An album comes as one update a file; it is whole when none of them came for so long. */
const albumSilenceMs = 1000;

type Checked = { stored: StoredUpdate; update: Update };

/** So long after somebody else was seen at work on a lane what they may have missed is looked for. */
const busyMs = 300;

/** Handles what is stored of one lane, in order, until nothing is left or an album has to be waited for. */
export async function processUpdates(lane: Jobs["process-updates"]): Promise<void> {
  const ran = await oneAtATime(laneKey(lane), () => handleLane(lane));
  if (!ran) await resumeLane(lane, new Date(clock.now().getTime() + busyMs));
}

async function handleLane(lane: Jobs["process-updates"]): Promise<void> {
  for (;;) {
    // A process that stops leaves the rest to the next, instead of being ended in the middle of it.
    if (drain.hasBegun()) return resumeLane(lane, clock.now());
    const batch = await nextUpdates(lane);
    if (batch.length === 0) return;
    const done = new Set<number>();
    for (const [index, stored] of batch.entries()) {
      if (done.has(stored.id)) continue;
      const update = await readable(stored);
      if (!update) continue;
      const album = albumOf(batch, stored, update);
      // Its rest may stand beyond this batch.
      if (album.length > 0 && index > 0) break;
      const wholeAt = Math.max(0, ...album.map((part) => part.stored.receivedAt.getTime())) + albumSilenceMs;
      if (album.length > 0 && wholeAt > clock.now().getTime()) {
        return resumeLane(lane, new Date(wholeAt));
      }
      const parts = album.length > 0 ? album : [{ stored, update }];
      await carryOut(parts);
      for (const part of parts) done.add(part.stored.id);
    }
    if (done.size === batch.length && batch.length < updateBatch) return;
  }
}

/** The update if it can be relied on; what is malformed is kept with its error and passed over. */
async function readable(stored: StoredUpdate): Promise<Update | null> {
  const checked = checkUpdate(stored.payload);
  if (checked.ok) return checked.update;
  const { externalId: update, resourceId } = stored;
  logger.warn({ resourceId, update, field: checked.field }, "malformed update passed over");
  await finishUpdate(stored.id, { processed: true, error: `malformed: ${checked.field}` });
  return null;
}

/** The updates that belong to the album of this one, itself among them; none when it stands alone. */
function albumOf(batch: StoredUpdate[], stored: StoredUpdate, update: Update): Checked[] {
  const albumId = saidIn(update)?.media_group_id;
  if (!albumId) return [];
  return batch.flatMap((other): Checked[] => {
    if (other.id === stored.id) return [{ stored, update }];
    const checked = checkUpdate(other.payload);
    if (!checked.ok || saidIn(checked.update)?.media_group_id !== albumId) return [];
    return [{ stored: other, update: checked.update }];
  });
}

/** Handles one update, or the updates of one album as one. */
async function carryOut(parts: Checked[]): Promise<void> {
  const [first] = parts;
  if (!first) return;
  const { resource, ...stored } = first.stored;
  const album = parts.flatMap(({ update }) => saidIn(update) ?? []);
  try {
    await handleUpdate(updateContext(resource, stored.externalId), first.update, album);
    for (const part of parts) await finishUpdate(part.stored.id, { processed: true });
  } catch (error) {
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
}

/** The new message of an update, in a chat or a channel. */
function saidIn({ message, channel_post: post }: Update): Message | undefined {
  return message ?? post;
}
