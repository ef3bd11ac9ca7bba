import type { Update } from "grammy/types";
import { handleUpdate } from "@/bots/telegram/handle-update";
import { updateContext } from "@/bots/telegram/update-context";
import { finishUpdate, nextUpdates } from "@/server/domain/resources/stored-updates";
import type { Jobs } from "@/server/jobs/jobs";
import { logger } from "@/server/lib/logger";

/** An update that fails this often is kept with its error and passed over, so that its lane goes on. */
const maxAttempts = 3;

/** Handles what is stored of one lane, in order, until nothing is left. */
export async function processUpdates(lane: Jobs["process-updates"]): Promise<void> {
  for (;;) {
    const updates = await nextUpdates(lane);
    if (updates.length === 0) return;
    for (const { resource, ...stored } of updates) {
      try {
        // Stored as Telegram sent it.
        await handleUpdate(updateContext(resource, stored.externalId), stored.payload as unknown as Update);
        await finishUpdate(stored.id, { processed: true });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const givenUp = stored.attempts + 1 >= maxAttempts;
        logger.error(
          { err: error, resourceId: resource.id, update: stored.externalId, givenUp },
          "update failed",
        );
        await finishUpdate(stored.id, { processed: givenUp, error: reason });
        // Later updates of the lane wait for this one; the job is tried again.
        if (!givenUp) throw error;
      }
    }
  }
}
