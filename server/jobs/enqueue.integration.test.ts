import { expect, it } from "vitest";
import { enqueue } from "@/server/jobs/enqueue";
import { pool, transaction } from "@/server/lib/db";

const queue = () =>
  transaction((tx) => enqueue(tx, "drain-chat", { chatId: 1 }, { jobKey: "drain:1", queue: "chat:1" }));

async function waitingJobs(): Promise<number> {
  const { rows } = await pool().query(
    "select count(*)::int as n from graphile_worker.jobs where locked_at is null",
  );
  return rows[0].n;
}

it("asked for twice before it starts, a job is there once", async () => {
  await queue();
  await queue();
  expect(await waitingJobs()).toBe(1);
});

it("a job asked for in the very moment in which its predecessor starts is not lost", async () => {
  await queue();
  const runner = await pool().connect();
  await runner.query("begin");
  await runner.query(
    "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'runner' where key = 'drain:1'",
  );
  const asked = queue();
  const isBlocked = async () => {
    const { rows } = await pool().query("select 1 from pg_locks where not granted");
    return rows.length > 0;
  };
  await expect.poll(isBlocked).toBe(true);
  await runner.query("commit");
  runner.release();
  await asked;
  expect(await waitingJobs()).toBe(1);
});
