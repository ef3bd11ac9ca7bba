import { readFile } from "node:fs/promises";
import { Client } from "pg";
import type { Storage } from "@/server/storage/storage";
import type { ArchiveEntry } from "./archive-entry";
import { describeDatabase, readSequences } from "./describe-database";
import { dumpDatabase } from "./dump-database";
import { findTexts } from "./find-texts";
import { type Manifest, type PackedKeys, PLACES, PLAIN_SETTINGS, type Totals } from "./manifest";
import { Refusal } from "./refusal";
import { writeArchive } from "./write-archive";

export interface BackupOptions {
  databaseUrl: string;
  storage: Storage;
  dataDir: string;
  workingFolder: string;
  /** Path of the `.tar.gz` to be made. */
  out: string;
  /** Packed too when given. */
  keys: PackedKeys | null;
}

export interface BackupSummary {
  sizeBytes: number;
  tables: number;
  rows: number;
  jobs: number;
  files: Totals["files"];
  texts: number;
  /** Files that rows speak of and that were not in the storage. */
  missing: string[];
}

/**
 * Packs the database (one consistent snapshot; everybody goes on working), the stored files and the owner's texts into
 * one archive. Throws a Refusal when the database was never migrated.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupSummary> {
  const { storage, keys } = options;
  const client = new Client({ connectionString: options.databaseUrl });
  const totals: Totals = {
    tables: {},
    jobs: { rows: 0, bytes: 0 },
    sequences: [],
    files: { count: 0, bytes: 0 },
  };
  const missing = new Set<string>();
  let texts = 0;

  async function* entries(): AsyncGenerator<ArchiveEntry> {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(PLAIN_SETTINGS);
    const described = await describeDatabase(client);
    if (described.migrations.length === 0)
      throw new Refusal("There is nothing to back up: this database was never migrated.");
    const manifest: Manifest = {
      product: "assistchat",
      format: 1,
      createdAt: new Date().toISOString(),
      withKeys: keys !== null,
      ...described,
    };
    yield json(PLACES.manifest, manifest);
    if (keys) yield json(PLACES.keys, keys);
    yield* dumpDatabase(client, described.tables, totals);
    totals.sequences = await readSequences(client);
    for (const key of await storedKeys(client)) missing.add(key);
    await client.query("COMMIT");
    yield* packFiles(storage, totals.files, missing);
    for (const { path, name } of findTexts(options.dataDir, options.workingFolder)) {
      const content = await readFile(path);
      texts += 1;
      yield { path: `${PLACES.texts}${name}`, sizeBytes: content.length, content: [content] };
    }
    yield json(PLACES.totals, totals);
  }

  await client.connect();
  try {
    const sizeBytes = await writeArchive(options.out, entries());
    const rows = Object.values(totals.tables).reduce((sum, table) => sum + table.rows, 0);
    const tables = Object.keys(totals.tables).length;
    return {
      sizeBytes,
      tables,
      rows,
      jobs: totals.jobs.rows,
      files: totals.files,
      texts,
      missing: [...missing],
    };
  } finally {
    await client.end();
  }
}

function json(path: string, value: unknown): ArchiveEntry {
  const content = Buffer.from(JSON.stringify(value, null, 1));
  return { path, sizeBytes: content.length, content: [content] };
}

async function storedKeys(client: Client): Promise<string[]> {
  const table = await client.query("SELECT to_regclass('public.files') AS found");
  if (!table.rows[0]?.found) return [];
  const found = await client.query<{ key: string }>(`
    SELECT storage_key AS key FROM files
    UNION ALL SELECT thumbnail_key FROM files WHERE thumbnail_key IS NOT NULL`);
  return found.rows.map(({ key }) => key);
}

/** All files of the storage; strikes them off `missing`. */
async function* packFiles(
  storage: Storage,
  counted: Totals["files"],
  missing: Set<string>,
): AsyncGenerator<ArchiveEntry> {
  for await (const { key } of storage.list()) {
    const file = await storage.get(key);
    // Deleted since it was listed.
    if (!file) continue;
    missing.delete(key);
    counted.count += 1;
    counted.bytes += file.sizeBytes;
    yield { path: `${PLACES.files}${key}`, sizeBytes: file.sizeBytes, content: file.stream };
  }
}
