import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { ArchiveEntry } from "./archive-entry";
import type { KnownMigration } from "./check-target";
import { type Manifest, PLACES, quoted, type Totals } from "./manifest";

/** As Prisma's schema engine makes it (schema-engine, sql_schema_connector, PostgreSQL flavour). */
const MIGRATIONS_TABLE = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const JOB_COLUMNS =
  "identifier text, payload json, queue_name text, run_at timestamptz, max_attempts int, key text, priority int";

const notOfExtension = (oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE objid = ${oid} AND deptype = 'e')`;

/** Drops our tables, types and routines and waiting jobs; extensions and the schema itself stay. */
async function clear(client: Client): Promise<void> {
  const found = await client.query<{ statement: string }>(`
    SELECT format('DROP TABLE %s CASCADE', string_agg(oid::regclass::text, ', ')) AS statement FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND ${notOfExtension("oid")}
      HAVING count(*) > 0
    UNION ALL
    SELECT format('DROP TYPE %s CASCADE', oid::regtype) FROM pg_type
      WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND ${notOfExtension("oid")}
    UNION ALL
    SELECT format('DROP ROUTINE %s CASCADE', oid::regprocedure) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND ${notOfExtension("oid")}`);
  for (const { statement } of found.rows) await client.query(statement);
  await client.query("DELETE FROM graphile_worker._private_jobs");
  await client.query("DELETE FROM graphile_worker._private_job_queues");
}

/**
 * Inside the transaction that `client` has open: replaces all that the database holds by empty tables of the backup's
 * level, without the foreign keys and with triggers off: rows come as they were. Returns the statements by which `tieUp`
 * brings both back when the rows are in.
 */
export async function makeTables(
  client: Client,
  manifest: Manifest,
  known: KnownMigration[],
): Promise<string[]> {
  await clear(client);
  await client.query(MIGRATIONS_TABLE);
  for (const { name, script } of known)
    if (manifest.migrations.some((had) => had.name === name)) await client.query(script);
  const ties = await client.query<{ owner: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS owner, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  for (const { owner, name } of ties.rows)
    await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${quoted(name)}`);
  const triggered = await client.query<{ owner: string }>(`
    SELECT DISTINCT tgrelid::regclass::text AS owner FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`);
  for (const { owner } of triggered.rows) await client.query(`ALTER TABLE ${owner} DISABLE TRIGGER USER`);
  await client.query(`CREATE TEMP TABLE restored_jobs (${JOB_COLUMNS}) ON COMMIT DROP`);
  return [
    ...ties.rows.map(
      ({ owner, name, definition }) => `ALTER TABLE ${owner} ADD CONSTRAINT ${quoted(name)} ${definition}`,
    ),
    ...triggered.rows.map(({ owner }) => `ALTER TABLE ${owner} ENABLE TRIGGER USER`),
  ];
}

/** Where the rows of an archive's entry belong, as `COPY` takes it; null when it has none. */
function placeOf({ path }: ArchiveEntry, { tables }: Manifest): string | null {
  if (path.startsWith(PLACES.jobs)) return "restored_jobs";
  if (!path.startsWith(PLACES.tables)) return null;
  const table = tables.find(({ name }) => path.startsWith(`${PLACES.tables}${name}/`));
  if (!table) throw new Error(`The backup has rows of an unknown table: ${path}`);
  return `${quoted(table.name)} (${table.columns.map(quoted).join(", ")})`;
}

/** Puts in the rows of one entry; returns whether it had any. Pieces of one table are cut at the ends of rows. */
export async function fillTable(client: Client, entry: ArchiveEntry, manifest: Manifest): Promise<boolean> {
  const place = placeOf(entry, manifest);
  if (!place) return false;
  await pipeline(entry.content, client.query(copyFrom(`COPY ${place} FROM STDIN`)));
  return true;
}

/** After the last row: foreign keys, sequences, jobs; throws when a table has not as many rows as the backup says. */
export async function tieUp(
  client: Client,
  ties: string[],
  manifest: Manifest,
  totals: Totals,
): Promise<void> {
  for (const { name } of manifest.tables) {
    const found = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${quoted(name)}`);
    if (Number(found.rows[0]?.rows) !== totals.tables[name]?.rows)
      throw new Error(`The table ${name} did not get all its rows`);
  }
  for (const tie of ties) await client.query(tie);
  for (const { name, lastValue, isCalled } of totals.sequences)
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [
      `public.${quoted(name)}`,
      lastValue,
      isCalled,
    ]);
  await client.query(`SELECT graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority)
    FROM restored_jobs`);
}
