import { join } from "node:path";
import { ensureSecrets } from "@/server/lib/secrets";
import { acquirePostgres, type HeldPostgres } from "./acquire-postgres";

interface Configured {
  DATABASE_URL?: string | undefined;
  /** Absolute. */
  DATA_DIR: string;
}

/** The product's database: the configured one, else the embedded PostgreSQL under DATA_DIR, started if needed. */
export async function productDatabase({ DATABASE_URL, DATA_DIR }: Configured): Promise<HeldPostgres> {
  if (DATABASE_URL) {
    const nothing = () => Promise.resolve();
    return { url: DATABASE_URL, revive: nothing, release: nothing };
  }
  const password = ensureSecrets(DATA_DIR).databasePassword;
  return acquirePostgres({ folder: join(DATA_DIR, "postgres"), password });
}
