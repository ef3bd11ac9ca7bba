import { fileURLToPath } from "node:url";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { acquirePostgres } from "../postgres/acquire-postgres";
import { processIdentity } from "../postgres/process-identity";
import { ensureTemplate } from "./ensure-template";
import "./test-postgres";

const FOLDER = fileURLToPath(new URL("../../.cache/test-postgres", import.meta.url));

/** Clones of test processes that were killed before they could drop them. */
async function dropLeftovers(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  const clones = await admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'",
  );
  for (const { datname } of clones.rows) {
    const pid = Number(datname.split("_")[1]);
    if (processIdentity(pid) === null) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  }
  await admin.end();
}

/** Starts the PostgreSQL of the tests with a migrated template database; its result stops it (vitest's contract). */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await acquirePostgres({ folder: FOLDER, password: "test", durable: false });
  const adminUrl = postgres.url.replace(/\/assistchat$/, "/postgres");
  await dropLeftovers(adminUrl);
  project.provide("testPostgres", { adminUrl, template: await ensureTemplate(adminUrl) });
  return postgres.release;
}
