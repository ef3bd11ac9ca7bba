import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterEach, beforeEach, expect, inject, it, vi } from "vitest";
import { schemaDiff } from "@/prisma/schema-diff";
import { readMigrations } from "@/prisma/schema-engine";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { enqueue } from "@/server/jobs/enqueue";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { diskStorage } from "@/server/storage/disk-storage";
import { s3Storage } from "@/server/storage/s3-storage";
import type { Storage } from "@/server/storage/storage";
import { startS3Server } from "../testing/start-s3-server";
import { createTestDatabase, type TestDatabase } from "../testing/test-database";
import { checkBackup } from "./check-backup";
import { makeBackup } from "./make-backup";
import type { PackedKeys } from "./manifest";
import { restoreBackup } from "./restore-backup";

const known = readMigrations().migrationDirectories.map(({ path, migrationFile }) => ({
  name: path,
  script: migrationFile.content.tag === "ok" ? migrationFile.content.value : "",
}));

// Every test copies a company several times.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let target: TestDatabase;
let file = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  file = join(folder, "out", "backup.tar.gz");
  target = await createTestDatabase();
});
afterEach(async () => {
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
});

const from = () => diskStorage(join(folder, "files-before"));
const into = () => diskStorage(join(folder, "files-after"));
const dataDir = () => join(folder, "data-after");

async function back(
  keys: PackedKeys | null = null,
  databaseUrl = env.DATABASE_URL ?? "",
  storage = from(),
  out = file,
) {
  const places = { dataDir: join(folder, "data-before"), workingFolder: folder };
  return makeBackup({ databaseUrl, storage, ...places, out, keys });
}

async function restore(
  change: { force?: boolean; file?: string; url?: string; storage?: Storage; migrations?: typeof known } = {},
) {
  const path = change.file ?? file;
  return restoreBackup({
    file: path,
    checked: await checkBackup(path),
    databaseUrl: change.url ?? target.url,
    storage: change.storage ?? into(),
    dataDir: dataDir(),
    force: change.force ?? false,
    known: change.migrations ?? known,
  });
}

async function connected<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const query = <Row extends object>(url: string, text: string): Promise<Row[]> =>
  connected(url, async (client) => (await client.query<Row>(text)).rows);

/** Every row of every table as text, and where the sequences stand. */
const contents = (url: string): Promise<Record<string, unknown>> =>
  connected(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    );
    const all: Record<string, unknown> = {};
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
      all[name] = found.rows.map(({ row }) => row);
    }
    const sequences = await client.query(
      "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
    );
    return { ...all, sequences: sequences.rows };
  });

const jobs = (url: string) =>
  query<{ identifier: string }>(
    url,
    `SELECT task_identifier AS identifier, key, queue_name, priority, payload::text AS payload
     FROM graphile_worker.jobs JOIN graphile_worker._private_jobs USING (id, key, priority) ORDER BY jobs.id`,
  );

/** A database as an older version left it: those migrations and none after. */
async function databaseAt(migrations: typeof known): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await connected(database.url, async (client) => {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    for (const { script } of migrations) await client.query(script);
    await client.query(
      `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
        migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
        started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`,
    );
    for (const { name, script } of migrations)
      await client.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ($1, $2, $3, now())",
        [randomUUID(), createHash("sha256").update(script).digest("hex"), name],
      );
  });
  return database;
}

/** A company as the first start makes it, with files, odd texts and a job that waits. */
async function fill(longTexts: number[] = []) {
  await seedDatabase(
    { ...env, DEMO: true, DEMO_EMAIL: "demo@example.com", DEMO_PASSWORD: "a-password" },
    folder,
  );
  const workspace = await db.workspace.findFirstOrThrow();
  const stored = new Map<string, Buffer>();
  for (const sizeBytes of [0, 1, 511, 512, 513, 3_000_001]) {
    const key = `${workspace.id}/${randomUUID()}`;
    const bytes = randomBytes(sizeBytes);
    stored.set(key, bytes);
    await from().put(key, Readable.from([bytes]), { mimeType: "image/png", sizeBytes });
    await db.file.create({
      data: {
        workspaceId: workspace.id,
        storageKey: key,
        fileName: "a.png",
        mimeType: "image/png",
        sizeBytes,
      },
    });
  }
  const odd = "back\\slash\ttab\nline\r\nПривет 🚗 ‫עברית‬ \\N \\. 'quote' \"double\" {brace}";
  await db.user.create({ data: { email: "odd@example.com", name: odd } });
  await db.knowledgeSource.createMany({
    data: longTexts.map((length, index) => ({
      workspaceId: workspace.id,
      title: `long ${index}`,
      language: "en",
      text: "long text\n".repeat(length / 10),
      contentHash: String(index),
    })),
  });
  await transaction((tx) =>
    enqueue(
      tx,
      "drain-chat",
      { chatId: 7 },
      { jobKey: "drain:7", queue: "chat:7", runAt: new Date(Date.now() + 1e6) },
    ),
  );
  mkdirSync(join(folder, "data-before", "knowledge", "more"), { recursive: true });
  writeFileSync(join(folder, "company_context.txt"), "Open from nine to six.\n");
  writeFileSync(join(folder, "data-before", "knowledge", "more", "prices.md"), "# Prices\n");
  return stored;
}

async function read(storage: Storage): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for await (const { key } of storage.list()) {
    const opened = await storage.get(key);
    if (opened) found.set(key, await buffer(opened.stream));
  }
  return found;
}

async function emptySource() {
  await db.workspace.deleteMany();
  await db.user.deleteMany();
  await db.installationFact.deleteMany();
}

it("brings back every row, file, text and waiting job, and new rows go on from there", async () => {
  await emptySource();
  // More than one piece of an archive holds, in one row and in many.
  const stored = await fill([5_000_000, ...Array<number>(9).fill(600_000)]);
  const before = await contents(env.DATABASE_URL ?? "");
  const waiting = await jobs(env.DATABASE_URL ?? "");
  const made = await back();
  expect(made).toMatchObject({ files: { count: stored.size }, texts: 2, jobs: waiting.length, missing: [] });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "out"))).toEqual(["backup.tar.gz"]);

  const done = await restore();
  expect(done).toEqual({ files: stored.size, texts: { restored: 2, kept: 0 }, migrated: [] });
  expect(await contents(target.url)).toEqual(before);
  expect(waiting).toContainEqual(expect.objectContaining({ identifier: "drain-chat", key: "drain:7" }));
  expect(await jobs(target.url)).toEqual(waiting);
  expect(await schemaDiff(target.url)).toBeNull();
  expect(await read(into())).toEqual(stored);
  expect(readFileSync(join(dataDir(), "company_context.txt"), "utf8")).toBe("Open from nine to six.\n");
  expect(readFileSync(join(dataDir(), "knowledge", "more", "prices.md"), "utf8")).toBe("# Prices\n");
  const [added] = await query<{ id: number }>(
    target.url,
    "INSERT INTO users (email, name) VALUES ('new@example.com', 'New') RETURNING id",
  );
  expect(added?.id).toBeGreaterThan((await db.user.findFirstOrThrow({ orderBy: { id: "desc" } })).id);
});

it("replaces a database that is not empty only when told to, and never a stranger's", async () => {
  await emptySource();
  await fill();
  const before = await contents(env.DATABASE_URL ?? "");
  await back();
  await query(target.url, "INSERT INTO users (email, name) VALUES ('mine@example.com', 'Mine')");
  await expect(restore()).rejects.toThrow("The database is not empty");
  await expect(restore()).rejects.toThrow("--force");
  expect(await query(target.url, "SELECT name FROM users")).toEqual([{ name: "Mine" }]);
  await restore({ force: true });
  expect(await contents(target.url)).toEqual(before);

  await query(target.url, "DROP TABLE _prisma_migrations");
  await expect(restore({ force: true })).rejects.toThrow("tables of another program");
});

it("begins at the backup's level and migrates on from there", async () => {
  const last = known.at(-1)?.name ?? "";
  const old = await databaseAt(known.slice(0, -1));
  await query(old.url, "INSERT INTO users (email, name) VALUES ('old@example.com', 'Old')");
  await back(null, old.url);
  await old.drop();
  // What stood in the target, even at a newer level, does not get in the way.
  await query(target.url, "ALTER TABLE users ADD COLUMN stray text");
  expect((await restore()).migrated).toEqual([last]);
  expect(await schemaDiff(target.url)).toBeNull();
  expect(await query(target.url, "SELECT name FROM users")).toEqual([{ name: "Old" }]);
});

it("refuses what a newer version or another program made", async () => {
  await emptySource();
  await back();
  const older = known.slice(0, -1);
  await expect(restore({ migrations: older })).rejects.toThrow(
    `made by a newer version (its migration ${known.at(-1)?.name} is unknown here)`,
  );
  const changed = known.map((migration) => ({ ...migration, script: `${migration.script} ` }));
  await expect(restore({ migrations: changed })).rejects.toThrow("differs from ours");
});

it("moves files from a disk to S3 and back", async () => {
  await emptySource();
  const stored = await fill();
  const server = await startS3Server();
  try {
    const bucket = s3Storage({ ...server, bucket: "chat" });
    await back();
    expect(await restore({ storage: bucket })).toMatchObject({ files: stored.size });
    expect(await read(bucket)).toEqual(stored);
    const second = join(folder, "out", "from-s3.tar.gz");
    await back(null, target.url, bucket, second);
    expect(await restore({ file: second, force: true })).toMatchObject({ files: stored.size });
    expect(await read(into())).toEqual(stored);
  } finally {
    await server.stop();
  }
});

it("refuses while another program is connected", async () => {
  await emptySource();
  await db.user.create({ data: { email: "one@example.com", name: "One" } });
  await back();
  const other = new Client({ connectionString: target.url });
  await other.connect();
  await expect(restore()).rejects.toThrow("The database is in use (1 connections): stop web and bots first");
  await other.end();
  await restore();
});

it("refuses a damaged, cut or foreign archive before anything is changed", async () => {
  await emptySource();
  await fill();
  await back();
  const whole = readFileSync(file);
  const damaged = join(folder, "damaged.tar.gz");
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(whole.length >> 1) ^ 0xff, whole.length >> 1);
  const unpacked = gunzipSync(whole);
  const bytes = [
    flipped,
    whole.subarray(0, whole.length >> 1),
    whole.subarray(0, whole.length - 4),
    gzipSync(unpacked.subarray(0, unpacked.length - 8192)),
    gzipSync(Buffer.alloc(1024)),
    Buffer.from("no archive at all"),
    Buffer.alloc(0),
  ];
  for (const content of bytes) {
    writeFileSync(damaged, content);
    await expect(checkBackup(damaged)).rejects.toThrow("This backup cannot be used, nothing was changed");
  }
  await expect(checkBackup(join(folder, "none.tar.gz"))).rejects.toThrow("There is no backup at");
});

it("leaves the database as it was when a file cannot be put back", async () => {
  await emptySource();
  await fill();
  await back();
  await query(target.url, "INSERT INTO users (email, name) VALUES ('mine@example.com', 'Mine')");
  const before = await contents(target.url);
  writeFileSync(join(folder, "files-after"), "a file where the folder should be");
  await expect(restore({ force: true })).rejects.toThrow();
  expect(await contents(target.url)).toEqual(before);
});

it("leaves nothing behind when a backup fails, and tells of files that are gone", async () => {
  await emptySource();
  const workspace = await db.workspace.create({ data: { name: "One" } });
  const gone = `${workspace.id}/${randomUUID()}`;
  await db.file.create({
    data: { workspaceId: workspace.id, storageKey: gone, fileName: "a", mimeType: "image/png", sizeBytes: 1 },
  });
  const secrets = ensureSecrets(folder);
  expect((await back({ secrets })).missing).toEqual([gone]);
  expect((await checkBackup(file)).keys).toEqual({ secrets });

  const broken = {
    ...from(),
    async *list() {
      yield { key: "1/broken", writtenAt: new Date() };
    },
    get: async () => ({ stream: Readable.from([Buffer.from("ab")]), sizeBytes: 3 }),
  };
  const places = { dataDir: folder, workingFolder: folder, databaseUrl: env.DATABASE_URL ?? "", keys: null };
  const out = join(folder, "second.tar.gz");
  await expect(makeBackup({ ...places, storage: broken, out })).rejects.toThrow("2 bytes, not 3");
  expect(readdirSync(folder).filter((name) => name.startsWith("second"))).toEqual([]);
  const url = new URL(inject("testPostgres").adminUrl);
  await expect(makeBackup({ ...places, databaseUrl: url.href, storage: from(), out })).rejects.toThrow(
    "never migrated",
  );
});
