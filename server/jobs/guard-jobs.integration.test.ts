import { afterEach, expect, it } from "vitest";
import { until } from "@/scripts/testing/until";
import { pool, transaction } from "@/server/lib/db";
import { enqueue } from "./enqueue";
import { guardJobs } from "./guard-jobs";

const guards: { stop: () => Promise<void> }[] = [];
const guard = (poolId: string, runningIds: string[] = []) =>
  guards.push(guardJobs(poolId, () => runningIds, 300));
afterEach(async () => {
  for (const one of guards.splice(0)) await one.stop();
});

/** A job that a runner took so many seconds ago and did not finish. */
async function heldJob(runner: string, seconds: number): Promise<() => Promise<string | null>> {
  const jobKey = `${runner}:${seconds}`;
  await transaction((tx) => enqueue(tx, "sweep-leftovers", {}, { jobKey, queue: jobKey }));
  const held = "set locked_by = $1, locked_at = now() - make_interval(secs => $2)";
  await pool().query(`update graphile_worker._private_jobs ${held} where key = $3`, [
    runner,
    seconds,
    jobKey,
  ]);
  await pool().query(`update graphile_worker._private_job_queues ${held} where queue_name = $3`, [
    runner,
    seconds,
    jobKey,
  ]);
  return async () => {
    const { rows } = await pool().query<{ holder: string | null }>(
      `select coalesce(jobs.locked_by, queues.locked_by) as holder from graphile_worker._private_jobs jobs
       join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id where key = $1`,
      [jobKey],
    );
    return rows[0]?.holder ?? null;
  };
}

async function jobsOf(runner: string): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    "select id::text from graphile_worker.jobs where locked_by = $1",
    [runner],
  );
  return rows.map(({ id }) => id);
}

it("frees what was given to this runner in an answer that it never got, and not what it runs", async () => {
  const running = await heldJob("pool-here", 20);
  const known = await jobsOf("pool-here");
  const lost = await heldJob("pool-here", 21);
  guard("pool-here", known);
  await until("the lost job is free", async () => (await lost()) === null);
  expect(await running()).toBe("pool-here");
});

it("frees the jobs and queues of a dead runner, and of no other", async () => {
  const dead = await heldJob("pool-dead", 20);
  const justTaken = await heldJob("pool-new", 1);
  const alive = await heldJob("pool-alive", 20);
  const own = await heldJob("pool-own", 20);
  guard("pool-alive", await jobsOf("pool-alive"));
  await until("the living runner's sign", async () => {
    const { rowCount } = await pool().query(
      "select 1 from pg_locks where locktype = 'advisory' and classid = 5023116",
    );
    return rowCount === 1;
  });
  guard("pool-own", await jobsOf("pool-own"));
  await until("the dead runner's job is free", async () => (await dead()) === null);
  expect(await alive()).toBe("pool-alive");
  expect(await own()).toBe("pool-own");
  expect(await justTaken()).toBe("pool-new");
});
