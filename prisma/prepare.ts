import { env } from "@/server/lib/env";
import { applyMigrations } from "./apply-migrations";

// A container's `migrate`: the database named by DATABASE_URL gets the newest migration, then what every installation
// starts with. Several at once go one after another (advisory locks in both).
if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set");
const applied = await applyMigrations(env.DATABASE_URL);
process.stdout.write(
  applied.length > 0 ? `Migrated: ${applied.join(", ")}\n` : "The database is up to date.\n",
);
await import("./seed/seed");
// The schema engine leaves a timer of ten seconds behind.
process.exit();
