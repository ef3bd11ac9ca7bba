import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { spoolFolder, spoolPrefix } from "@/server/domain/files/spool-file";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { storage } from "@/server/storage/chosen-storage";

/** A file that is in no message may still be on its way into one. */
const keepUnsentMs = 24 * 3600_000;
/** No upload lasts so long. */
const keepSpooledMs = 6 * 3600_000;
const batchSize = 200;
/** Ours, with what was made from a file and what a crash left of writing it; a bucket may hold others' things too. */
const ourKey = /^\d+\/[0-9a-f-]{36}(\.thumbnail)?(\.[0-9a-f-]{36}\.partial)?$/;

/**
 * Removes files that are in no message (never sent, or their conversation was deleted), bytes that no row knows, and
 * what broken uploads left, all of it older than a day.
 */
export async function sweepFiles(): Promise<void> {
  const before = new Date(clock.now().getTime() - keepUnsentMs);
  let rows = 0;
  for (let swept = batchSize; swept === batchSize; rows += swept) swept = await sweepRows(before);
  const strays = await sweepStrays(before);
  const spooled = await sweepSpool();
  if (rows + strays + spooled > 0) logger.info({ rows, strays, spooled }, "unused files were removed");
}

async function sweepRows(before: Date): Promise<number> {
  const unused = await transaction(async (tx) => {
    // One that is being attached now is locked, and left out.
    const locked = await tx.$queryRaw<{ id: string }[]>`
      select id from files
      where created_at < ${before} and not exists (select 1 from attachments where file_id = files.id)
      order by id limit ${batchSize} for update skip locked`;
    // Asked again under the lock: it may have been attached just before.
    const files = await tx.file.findMany({
      where: { id: { in: locked.map(({ id }) => id) }, attachments: { none: {} } },
    });
    await tx.file.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } });
    return files;
  });
  // The rows went first: what a crash leaves here is a stray of the next sweep.
  await storage.delete(unused.flatMap((file) => [file.storageKey, file.thumbnailKey ?? []]).flat());
  return unused.length;
}

async function sweepStrays(before: Date): Promise<number> {
  let removed = 0;
  let keys: string[] = [];
  async function removeUnknown(): Promise<void> {
    const files = await db.file.findMany({
      where: { OR: [{ storageKey: { in: keys } }, { thumbnailKey: { in: keys } }] },
      select: { storageKey: true, thumbnailKey: true },
    });
    const known = new Set(files.flatMap((file) => [file.storageKey, file.thumbnailKey]));
    const strays = keys.filter((key) => !known.has(key));
    await storage.delete(strays);
    removed += strays.length;
    keys = [];
  }
  for await (const { key, writtenAt } of storage.list()) {
    if (writtenAt < before && ourKey.test(key)) keys.push(key);
    if (keys.length === batchSize) await removeUnknown();
  }
  if (keys.length > 0) await removeUnknown();
  return removed;
}

async function sweepSpool(): Promise<number> {
  const names = await readdir(spoolFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const before = clock.now().getTime() - keepSpooledMs;
  let removed = 0;
  for (const name of names.filter((each) => each.startsWith(spoolPrefix))) {
    const path = join(spoolFolder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: before }));
    if (mtimeMs >= before) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
