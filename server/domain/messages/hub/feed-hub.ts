import { followChanges } from "@/server/domain/conversations/follow-changes";
import { presentCursor } from "@/server/domain/conversations/watch-workspace";
import { takeOverMessages } from "@/server/domain/messages/hub/take-over-messages";
import { feedHubKey } from "@/server/domain/messages/hub/wake-hub";
import { enqueue } from "@/server/jobs/enqueue";
import type { Jobs } from "@/server/jobs/jobs";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** While a running transaction holds changes back they are looked for again so soon. */
const heldBackMs = 500;
/** Old messages are taken over so many at a time. */
const batchSize = 500;

/**
 * Takes what was said in the workspace's conversations since it was last read over into its hub; the first time all that
 * was ever said. Rows and how far the change log was read are committed together.
 */
export async function feedHub({ workspaceId }: Jobs["feed-hub"]): Promise<void> {
  const ran = await oneAtATime(feedHubKey(workspaceId), async () => {
    const workspace = await db.workspace.findUnique({ where: { id: workspaceId } });
    if (!workspace) return;
    const { hubReadXid } = workspace;
    if (hubReadXid === null) return takeOverAll(workspaceId);
    const read = await followChanges(workspaceId, hubReadXid, (changes, reached) =>
      transaction(async (tx) => {
        await takeOverMessages(tx, workspaceId, [
          ...new Set(changes.flatMap(({ messageId }) => messageId ?? [])),
        ]);
        await moveCursor(tx, workspaceId, reached);
      }),
    );
    // The database is another one: what its log no longer tells is looked for.
    if (read.wasReset) return takeOverAll(workspaceId);
    if (read.isHeldBack) await lookAgain(workspaceId);
  });
  // Who runs may have read the log before what this job was queued for.
  if (!ran) await lookAgain(workspaceId);
}

/** Everything the hub lacks, oldest first; broken off, the next run goes on with what is left. */
async function takeOverAll(workspaceId: number): Promise<void> {
  const present = await presentCursor();
  for (let last = 0; ; ) {
    const found = await db.message.findMany({
      where: { workspaceId, id: { gt: last }, kind: { not: "note" }, hubMessage: null },
      select: { id: true },
      orderBy: { id: "asc" },
      take: batchSize,
    });
    const ids = found.map(({ id }) => id);
    await transaction((tx) => takeOverMessages(tx, workspaceId, ids));
    if (ids.length < batchSize) break;
    last = ids.at(-1) ?? last;
  }
  await transaction((tx) => moveCursor(tx, workspaceId, present));
  await lookAgain(workspaceId);
}

async function moveCursor(tx: Tx, workspaceId: number, cursor: bigint): Promise<void> {
  await tx.$executeRaw`update workspaces set hub_read_xid = ${cursor} where id = ${workspaceId}`;
}

async function lookAgain(workspaceId: number): Promise<void> {
  const runAt = new Date(clock.now().getTime() + heldBackMs);
  const jobKey = `${feedHubKey(workspaceId)}:again`;
  await transaction((tx) => enqueue(tx, "feed-hub", { workspaceId }, { jobKey, runAt }));
}
