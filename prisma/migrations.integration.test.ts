import { spawn } from "node:child_process";
import { once } from "node:events";
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

it("applies every migration once when whole processes start together", async () => {
  const database = await emptyDatabase(`test_${process.pid}_processes`);
  const runs = await Promise.all(
    [1, 2].map(async () => {
      const child = spawn(process.execPath, ["--import", "tsx", "prisma/prepare.ts"], {
        env: { ...process.env, DATABASE_URL: database.url, DEMO: "1" },
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => (said += chunk));
      const [code] = await once(child, "close");
      return { code, said };
    }),
  );
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(runs.map(({ said }) => said).sort()).toEqual([
    `Migrated: ${names.join(", ")}\n`,
    "The database is up to date.\n",
  ]);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  expect((await client.query("SELECT origin FROM workspaces")).rows).toEqual([{ origin: "demo" }]);
  await client.end();
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
