import { Client } from "pg";
import { migrateQueue } from "./migrate-queue";
import { NO_FILTER, readMigrations, withSchemaEngine } from "./schema-engine";

/** Any number that nothing else locks by: processes that migrate the same database go one after another. */
const LOCK = 7_201_988;

function applyOurs(databaseUrl: string): Promise<string[]> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const migrationsList = readMigrations();
    const filters = NO_FILTER;
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    });
    const [edited] = history.editedMigrationNames;
    if (edited)
      throw new Error(`The migration ${edited} was changed after it had been applied to this database`);
    // A script runs as one transaction, so one that failed or was cut off has left nothing behind: it may be tried again.
    for (const migrationName of history.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });
}

/** Brings the database to the newest migration, the job queue's own tables included; returns the names applied. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const applied = await applyOurs(databaseUrl);
    await migrateQueue(databaseUrl);
    return applied;
  } finally {
    await client.end();
  }
}
