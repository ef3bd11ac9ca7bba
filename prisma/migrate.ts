import { env } from "@/server/lib/env";
import { applyMigrations } from "./apply-migrations";

// npm run db:migrate: brings the database named by DATABASE_URL to the newest migration.
if (!env.DATABASE_URL) throw new Error("DATABASE_URL is not set: run `npm run db:migrate`");
const applied = await applyMigrations(env.DATABASE_URL);
process.stdout.write(
  applied.length > 0 ? `Migrated: ${applied.join(", ")}\n` : "The database is up to date.\n",
);
// The schema engine leaves a timer of ten seconds behind.
process.exit(0);
