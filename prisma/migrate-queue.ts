import { Logger, runMigrations } from "graphile-worker";
import { Pool } from "pg";

/** Brings the job queue's own tables, which are the library's affair, to what its version wants. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pgPool = new Pool({ connectionString: databaseUrl, max: 2 });
  // Heard also while it closes: a database that is stopped right after us would otherwise end this process.
  pgPool.on("error", () => undefined);
  pgPool.on("connect", (client) => client.on("error", () => undefined));
  await runMigrations({ pgPool, logger: new Logger(() => () => undefined) }).finally(() => pgPool.end());
}
