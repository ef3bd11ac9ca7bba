import { afterAll } from "vitest";
import { createTestDatabase } from "./test-database";

// Every integration test file: an empty migrated database of its own, named before server/lib/env is first read.
const database = await createTestDatabase();
process.env.DATABASE_URL = database.url;

afterAll(async () => {
  const { closeDb } = await import("@/server/lib/db");
  await closeDb();
  await database.drop();
});
