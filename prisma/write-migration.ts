import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { env } from "@/server/lib/env";
import { applyMigrations } from "./apply-migrations";
import { schemaDiff } from "./schema-diff";
import { MIGRATIONS_FOLDER } from "./schema-engine";

// npm run db:diff -- <name>: writes what prisma/schema has and the migrations lack as a new migration. The
// comparison is made in a database of its own, so the one named by DATABASE_URL only lends its server.
const name = process.argv[2];
const databaseUrl = env.DATABASE_URL;
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error("usage: npm run db:diff -- <name_in_snake_case>");
if (!databaseUrl) throw new Error("DATABASE_URL is not set: run `npm run db:diff`");

const scratch = new URL(databaseUrl);
scratch.pathname = `/assistchat_diff_${process.pid}`;
const database = scratch.pathname.slice(1);
const server = new Client({ connectionString: databaseUrl });
await server.connect();
await server.query(`CREATE DATABASE ${database}`);
try {
  await applyMigrations(scratch.href);
  const script = await schemaDiff(scratch.href);
  if (script === null) {
    process.stdout.write("The migrations say what the schema says: nothing to write.\n");
  } else {
    const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(MIGRATIONS_FOLDER, `${time}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "migration.sql"), script);
    process.stdout.write(`${join(folder, "migration.sql")}\n`);
  }
} finally {
  await server.query(`DROP DATABASE ${database} WITH (FORCE)`);
  await server.end();
}
// The schema engine leaves a timer of ten seconds behind.
process.exit(0);
