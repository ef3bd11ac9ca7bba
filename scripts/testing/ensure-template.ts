import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { applyMigrations } from "@/prisma/apply-migrations";
import { readMigrations } from "@/prisma/schema-engine";

/** Any number that nothing else locks by: test runs that start together build the template once. */
const LOCK = 5_023_114;

function fingerprint(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const queue = /"graphile-worker": "[^"]+"/.exec(manifest)?.[0];
  const made = JSON.stringify([readMigrations().migrationDirectories, queue]);
  return createHash("sha256").update(made).digest("hex").slice(0, 12);
}

/** The name of a database migrated to the newest state, built only when the migrations have changed. */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const template = `template_${fingerprint()}`;
  const building = `${template}_building`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (found.rowCount) return template;
    await admin.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${building}`);
    const url = new URL(adminUrl);
    url.pathname = `/${building}`;
    await applyMigrations(url.href);
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
    await admin.query(`ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`);
    return template;
  } finally {
    await admin.end();
  }
}
