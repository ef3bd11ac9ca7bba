import { createHash } from "node:crypto";
import type { Client } from "pg";
import { describeDatabase } from "./describe-database";
import { type Manifest, quoted } from "./manifest";
import { Refusal } from "./refusal";

/** A migration of this version of the program. */
export interface KnownMigration {
  name: string;
  script: string;
}

/** Throws a Refusal unless this version of the program can bring a database to the backup's level. */
export function checkLevel({ migrations }: Manifest, known: KnownMigration[]): void {
  for (const { name, checksum } of migrations) {
    const found = known.find((migration) => migration.name === name);
    if (!found)
      throw new Refusal(
        `This backup was made by a newer version (its migration ${name} is unknown here): update the program first.`,
      );
    if (createHash("sha256").update(found.script).digest("hex") !== checksum)
      throw new Refusal(`This backup was made by another program: its migration ${name} differs from ours.`);
  }
  const newest = migrations.at(-1)?.name ?? "";
  const skipped = known.find(({ name }) => name < newest && !migrations.some((had) => had.name === name));
  if (skipped)
    throw new Refusal(`This backup was made by another program: it lacks the migration ${skipped.name}.`);
}

/** Throws a Refusal unless the database may be replaced: nobody uses it, and it is empty or `force` is given. */
export async function checkTarget(client: Client, force: boolean): Promise<void> {
  // Other users' rows hide what kind of process they are.
  const others = await client.query(`
    SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND coalesce(backend_type, 'client backend') = 'client backend'`);
  if (others.rowCount)
    throw new Refusal(
      `The database is in use (${others.rowCount} connections): stop web and bots first, a restore needs it alone.`,
    );
  const { tables } = await describeDatabase(client);
  const isOurs = tables.some(({ name }) => name === "_prisma_migrations");
  const filled: string[] = [];
  for (const { name } of tables) {
    if (name === "_prisma_migrations") continue;
    const row = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (row.rowCount) filled.push(name);
  }
  if (filled.length === 0) return;
  if (!isOurs)
    throw new Refusal("The database holds tables of another program: name an empty one in DATABASE_URL.");
  if (!force)
    throw new Refusal(
      "The database is not empty. To replace all that is in it by the backup, say so: add --force.",
    );
}
