import type { Client } from "pg";
import type { Manifest, Totals } from "./manifest";

type Description = Pick<Manifest, "migrations" | "keyFingerprints" | "tables">;

/** What a database holds, read from its own catalogue: so a backup fits every level of migration. */
export async function describeDatabase(client: Client): Promise<Description> {
  const columns = await client.query<{ name: string; columns: string[] }>(`
    SELECT tables.relname AS name, array_agg(columns.attname::text ORDER BY columns.attnum) AS columns
    FROM pg_class tables
    JOIN pg_attribute columns ON columns.attrelid = tables.oid
      AND columns.attnum > 0 AND NOT columns.attisdropped AND columns.attgenerated = ''
    WHERE tables.relnamespace = 'public'::regnamespace AND tables.relkind = 'r'
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = tables.oid AND deptype = 'e')
    GROUP BY tables.relname ORDER BY tables.relname`);
  const has = (table: string) => columns.rows.some(({ name }) => name === table);
  const migrations = has("_prisma_migrations")
    ? await client.query<{ name: string; checksum: string }>(`
        SELECT migration_name AS name, checksum FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`)
    : { rows: [] };
  const keys = has("installation_facts")
    ? await client.query<{ value: string }>(
        "SELECT value FROM installation_facts WHERE key = 'encryption_keys'",
      )
    : { rows: [] };
  return {
    tables: columns.rows,
    migrations: migrations.rows,
    keyFingerprints: keys.rows[0]?.value.split(",").filter(Boolean) ?? [],
  };
}

/** Where each sequence stands. Read last: sequences stand outside of snapshots and must not be behind the rows. */
export async function readSequences(client: Client): Promise<Totals["sequences"]> {
  const names = await client.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
    ORDER BY relname`);
  const sequences: Totals["sequences"] = [];
  for (const { name } of names.rows) {
    const found = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM public."${name}"`,
    );
    for (const { last, called } of found.rows) sequences.push({ name, lastValue: last, isCalled: called });
  }
  return sequences;
}
