import { findImportPlace } from "@/server/domain/messages/import/find-import-place";
import type { BadRow, ImportSource } from "@/server/domain/messages/import/schema";
import { clock } from "@/server/lib/clock";
import { db, pool, transaction } from "@/server/lib/db";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** The rows named in words; the others are counted. */
const mostNamed = 50;

export type ImportProgress = { what: string; share: number; imported: number; bad: number };

export type ImportOutcome =
  | { ok: true; imported: number; resumed: boolean; bad: number; named: BadRow[] }
  /** In words, for who started it. */
  | { ok: false; reason: string };

/**
 * Takes a source's chats, people and messages over into a workspace's hub. Each batch is committed with the place where it
 * ends, so that one that was cut off goes on there when it is run again; what is known already is passed over.
 */
export async function runImport(
  source: ImportSource,
  target: { workspaceId?: number; resourceId?: number },
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportOutcome> {
  const found = await findImportPlace(target);
  if (!found.ok) return found;
  let outcome: ImportOutcome = { ok: false, reason: "The same source is being imported already." };
  const { workspaceId } = found.place;
  await oneAtATime(`import:${workspaceId}:${source.key}`, async () => {
    const { id, cursor, resumed } = await begin(source, workspaceId);
    let imported = 0;
    let bad = 0;
    const named: BadRow[] = [];
    for await (const step of source.steps(found.place, cursor)) {
      imported += await transaction(async (tx) => {
        const added = await step.store(tx);
        const data = { cursor: step.cursor, imported: { increment: added } };
        await tx.hubImport.update({ where: { id }, data });
        return added;
      });
      bad += step.bad.length;
      named.push(...step.bad.slice(0, mostNamed - named.length));
      onProgress({ what: step.what, share: step.share, imported, bad });
    }
    await tieLateReplies(workspaceId);
    await db.hubImport.update({ where: { id }, data: { finishedAt: clock.now(), cursor: {} } });
    outcome = { ok: true, imported, resumed, bad, named };
  });
  return outcome;
}

/** Ties replies that came batches before the message they answer. */
async function tieLateReplies(workspaceId: number): Promise<void> {
  await pool().query(
    `update hub_messages waiting set reply_to_id = target.id from hub_messages target
     where waiting.workspace_id = $1 and waiting.reply_to_id is null and waiting.reply_to_external_id is not null
       and target.chat_id = waiting.chat_id and target.external_id = waiting.reply_to_external_id`,
    [workspaceId],
  );
}

/** A source that was imported to its end is read again from its beginning: it may have grown. */
async function begin({ key, kind }: ImportSource, workspaceId: number) {
  const where = { workspaceId_sourceKey: { workspaceId, sourceKey: key } };
  const known = await db.hubImport.findUnique({ where });
  const resumed = known !== null && known.finishedAt === null;
  const cursor = resumed ? (known.cursor as Record<string, unknown>) : {};
  const { id } = await db.hubImport.upsert({
    where,
    create: { workspaceId, sourceKey: key, kind, startedAt: clock.now() },
    update: resumed ? {} : { startedAt: clock.now(), finishedAt: null, cursor: {} },
  });
  return { id, cursor, resumed: resumed && Object.keys(cursor).length > 0 };
}
