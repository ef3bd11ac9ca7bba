import { randomUUID } from "node:crypto";
import { followChanges } from "@/server/domain/conversations/follow-changes";
import { presentCursor } from "@/server/domain/conversations/watch-workspace";
import { type RunningOutgoing, runningOutgoing } from "@/server/domain/resources/outgoing/running-outgoing";
import { type ToldEvent, tellChanges } from "@/server/domain/resources/outgoing/tell-changes";
import { deliverKey, feedKey } from "@/server/domain/resources/outgoing/wake-outgoing";
import { enqueue } from "@/server/jobs/enqueue";
import type { Jobs } from "@/server/jobs/jobs";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { oneAtATime } from "@/server/lib/one-at-a-time";
import { localeFor } from "@/server/lib/phrases";

/** While a running transaction holds changes back they are looked for again so soon. */
const heldBackMs = 500;

/**
 * Makes deliveries of what happened in the workspace since the resource was last fed. What was queued and how far the log
 * was read are committed together, so that nothing is left out and nothing is told twice.
 */
export async function feedWebhooks({ resourceId }: Jobs["feed-webhooks"]): Promise<void> {
  const ran = await oneAtATime(`feed-webhooks:${resourceId}`, async () => {
    const running = await runningOutgoing(resourceId);
    if (!running) return;
    const { workspaceId, changesReadXid } = running.resource;
    // A new one is told what happens from now on.
    if (changesReadXid === null) return moveCursor(resourceId, await presentCursor());
    const { locale } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const { wasReset, cursor, isHeldBack } = await followChanges(
      workspaceId,
      changesReadXid,
      async (changes, reached) =>
        queueEvents(running, await tellChanges(workspaceId, changes, localeFor(locale)), reached),
    );
    if (wasReset) {
      logger.warn(
        { resourceId },
        "the database is another than the one events were told from; telling from now on",
      );
      return moveCursor(resourceId, cursor);
    }
    if (isHeldBack) await lookAgain(resourceId);
  });
  // Who runs may have read the log before what this job was queued for.
  if (!ran) await lookAgain(resourceId);
}

async function moveCursor(resourceId: number, cursor: bigint): Promise<void> {
  await db.$executeRaw`update resources set changes_read_xid = ${cursor} where id = ${resourceId}`;
}

async function queueEvents(
  { resource, opened, outgoing }: RunningOutgoing,
  events: ToldEvent[],
  cursor: bigint,
): Promise<void> {
  const { id: resourceId, workspaceId } = resource;
  const wanted = events.filter(({ type }) => outgoing.wants(opened.settings, type));
  const now = clock.now().getTime();
  await transaction(async (tx) => {
    await tx.webhookDelivery.createMany({
      data: wanted.map(({ type, key, at, data }, index) => {
        // They stand in their order, and none in the future.
        const createdAt = new Date(now - wanted.length + index);
        return {
          id: randomUUID(),
          workspaceId,
          resourceId,
          event: type,
          dedupeKey: key,
          payload: { at, data },
          createdAt,
          nextAttemptAt: createdAt,
        };
      }),
      skipDuplicates: true,
    });
    await tx.$executeRaw`update resources set changes_read_xid = ${cursor} where id = ${resourceId}`;
    if (wanted.length > 0)
      await enqueue(tx, "deliver-webhooks", { resourceId }, { jobKey: deliverKey(resourceId) });
  });
}

async function lookAgain(resourceId: number): Promise<void> {
  const runAt = new Date(clock.now().getTime() + heldBackMs);
  await transaction((tx) =>
    enqueue(tx, "feed-webhooks", { resourceId }, { jobKey: `${feedKey(resourceId)}:again`, runAt }),
  );
}
