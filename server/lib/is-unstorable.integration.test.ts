import { expect, test } from "vitest";
import { asAppError } from "@/server/lib/as-app-error";
import { db, pool } from "@/server/lib/db";

const nul = "a\u0000b";
const never = new Date("0000-01-01T00:00:00Z");

test.each([
  ["sought", () => db.user.findUnique({ where: { email: nul } })],
  ["written", () => db.workspace.create({ data: { name: nul } })],
  ["in raw SQL", () => db.$queryRaw`select ${nul}::text`],
  ["by the driver", () => pool().query("select $1::text", [nul])],
  ["within JSON", () => db.workspace.create({ data: { name: "Firm", supportSettings: { words: nul } } })],
  [
    "half a character",
    () => db.workspace.create({ data: { name: "Firm", supportSettings: { a: "\ud800" } } }),
  ],
  ["beyond all ids", () => db.$queryRaw`select 1 where 1 = ${99_999_999_999}::int`],
  ["beyond all numbers", () => pool().query("select $1::int", ["99999999999"])],
  ["an amount beyond all numbers", () => db.$queryRaw`select ${"1e999999"}::numeric`],
  ["before all dates", () => db.auditEntry.findMany({ where: { createdAt: { gte: never } } })],
])("what Postgres cannot store is the sender's fault: %s", async (_, work) => {
  const error = await work().catch((thrown: unknown) => thrown);
  expect(asAppError(error)).toMatchObject({ code: "bad_input", reason: "unstorable" });
});

test("our own mistakes stay ours", async () => {
  const error = await db.$queryRaw`select 1 from nowhere`.catch((thrown: unknown) => thrown);
  expect(asAppError(error)).toBeNull();
});
