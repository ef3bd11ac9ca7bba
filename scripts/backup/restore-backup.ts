import { Readable } from "node:stream";
import { Client } from "pg";
import { applyMigrations } from "@/prisma/apply-migrations";
import { migrateQueue } from "@/prisma/migrate-queue";
import type { Storage } from "@/server/storage/storage";
import type { ArchiveEntry } from "./archive-entry";
import type { CheckedBackup } from "./check-backup";
import { checkLevel, checkTarget, type KnownMigration } from "./check-target";
import { fillTable, makeTables, tieUp } from "./fill-database";
import { PLACES, PLAIN_SETTINGS } from "./manifest";
import { readArchive } from "./read-archive";
import { restoreText } from "./restore-text";

export interface RestoreOptions {
  /** Path of the backup. */
  file: string;
  /** What `checkBackup` found in it. */
  checked: CheckedBackup;
  databaseUrl: string;
  storage: Storage;
  dataDir: string;
  /** Replaces what a database that is not empty holds. */
  force: boolean;
  /** All migrations of this version, oldest first. */
  known: KnownMigration[];
}

export interface RestoreSummary {
  /** Migrations newer than the backup, applied after its rows were in. */
  migrated: string[];
  files: number;
  /** Texts put back, and those left alone because others stood in their place. */
  texts: { restored: number; kept: number };
}

/**
 * Puts a checked backup into the database and the storage. All rows come in one transaction that commits when every
 * file is in its place: whatever fails before leaves the database as it was. Throws a Refusal when it must not begin.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const { databaseUrl, checked, known } = options;
  checkLevel(checked.manifest, known);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await checkTarget(client, options.force);
    // Jobs go in through the library's own function.
    await migrateQueue(databaseUrl);
    await client.query("BEGIN");
    await client.query(PLAIN_SETTINGS);
    const ties = await makeTables(client, checked.manifest, known);
    const counts = await putEntries(client, options);
    await tieUp(client, ties, checked.manifest, checked.totals);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    const migrated = await applyMigrations(databaseUrl);
    // Transactions are numbered by the server they ran on; here those numbers may be still to come, and what they
    // changed would be told as news.
    await client.query("UPDATE conversation_changes SET xid = 0");
    return { ...counts, migrated };
  } finally {
    // Ends an open transaction by rolling it back.
    await client.end();
  }
}

async function putEntries(
  client: Client,
  options: RestoreOptions,
): Promise<Omit<RestoreSummary, "migrated">> {
  const { file, checked, storage, dataDir } = options;
  let files = 0;
  const texts = { restored: 0, kept: 0 };
  for await (const entry of readArchive(file)) {
    if (await fillTable(client, entry, checked.manifest)) continue;
    if (entry.path.startsWith(PLACES.files)) {
      await putFile(client, storage, entry);
      files += 1;
    } else if (entry.path.startsWith(PLACES.texts)) {
      const done = await restoreText(dataDir, entry.path.slice(PLACES.texts.length), entry);
      texts[done ? "restored" : "kept"] += 1;
    }
  }
  return { files, texts };
}

async function putFile(client: Client, storage: Storage, entry: ArchiveEntry): Promise<void> {
  const key = entry.path.slice(PLACES.files.length);
  const found = await client.query<{ mime: string }>(
    "SELECT mime_type AS mime FROM files WHERE storage_key = $1",
    [key],
  );
  const mimeType = found.rows[0]?.mime ?? "application/octet-stream";
  await storage.put(key, Readable.from(entry.content, { objectMode: false }), {
    mimeType,
    sizeBytes: entry.sizeBytes,
  });
}
