import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { createTestDatabase } from "@/scripts/testing/test-database";
import { applyMigrations } from "./apply-migrations";
import { schemaDiff } from "./schema-diff";
import { readMigrations } from "./schema-engine";

const names = readMigrations().migrationDirectories.map(({ path }) => path);

async function emptyDatabase(name: string) {
  const url = new URL(inject("testPostgres").adminUrl);
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  const drop = async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return { url: url.href, drop };
}

it("leaves nothing between the migrations and the schema", async () => {
  const database = await createTestDatabase();
  expect(await schemaDiff(database.url)).toBeNull();
  await database.drop();
});

it("applies every migration once, also when several processes start together", async () => {
  const database = await emptyDatabase(`test_${process.pid}_together`);
  const runs = await Promise.all([1, 2, 3].map(() => applyMigrations(database.url)));
  expect(runs.flat()).toEqual(names);
  expect(await applyMigrations(database.url)).toEqual([]);
  await database.drop();
});

it("tries a migration again that was cut off", async () => {
  const database = await emptyDatabase(`test_${process.pid}_cut`);
  await applyMigrations(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [
    names[0],
  ]);
  expect(await applyMigrations(database.url)).toEqual([names[0]]);
  await client.end();
  await database.drop();
});
