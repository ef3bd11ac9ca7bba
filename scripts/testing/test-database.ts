import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import "./test-postgres";

export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

async function administer(statement: string): Promise<void> {
  const admin = new Client({ connectionString: inject("testPostgres").adminUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/**
 * A fresh, migrated, empty database. Integration tests have one in DATABASE_URL already; this makes further ones.
 * Only in `*.integration.test.ts`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject("testPostgres");
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
