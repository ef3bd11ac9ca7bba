import { beforeEach, expect, it } from "vitest";
import { afterCommit, db, pool, type Tx, transaction } from "@/server/lib/db";

let first: number;
let second: number;

beforeEach(async () => {
  first = (await db.workspace.create({ data: { name: "first" } })).id;
  second = (await db.workspace.create({ data: { name: "second" } })).id;
});

const touch = (tx: Tx, id: number, by: string) =>
  tx.$executeRaw`update workspaces set name = name || ${by} where id = ${id}`;

it("does work anew that Postgres ended to resolve a deadlock, and tells of it once", async () => {
  const told: string[] = [];
  let holding = 0;
  let bothHold: () => void = () => undefined;
  const bothHeld = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  const crossed = (by: string, one: number, other: number) =>
    transaction(async (tx) => {
      await touch(tx, one, by);
      afterCommit(tx, () => told.push(by));
      holding += 1;
      if (holding >= 2) bothHold();
      await bothHeld;
      await touch(tx, other, by);
    });
  await Promise.all([crossed("a", first, second), crossed("b", second, first)]);
  expect(told.sort()).toEqual(["a", "b"]);
  const names = await db.workspace.findMany({
    where: { id: { in: [first, second] } },
    select: { name: true },
  });
  for (const { name } of names) expect(name).toMatch(/^(first|second)(ab|ba)$/);
});

it("outlives a connection that is cut between two queries of a transaction", async () => {
  const client = await pool().connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const cut = new Promise((resolve) => client.once("end", resolve));
  await pool().query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await cut;
  await expect(client.query("select 1")).rejects.toThrow();
  client.release(true);
  expect((await pool().query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
