import { Client } from "pg";
import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";

/** Any number that nothing else locks by. */
const lockClass = 5_023_116;
const lookEveryMs = 3000;
const reconnectMs = 1000;
/** After the database was away the other runners need so long to show again that they live. */
const othersReconnectMs = 3000;

/** Jobs younger than this are left alone: their runner may not have shown its sign of life yet. */
const youngest = "5 seconds";

/**
 * Shows that the job runner `poolId` lives, by an advisory lock that ends with the process, and frees the jobs and
 * queues of runners that died: graphile-worker itself would leave them locked for four hours. So it would those that
 * were given to this runner in an answer that got lost: held in its name, and not among `runningIds` at two looks.
 */
export function guardJobs(
  poolId: string,
  runningIds: () => string[],
  everyMs = lookEveryMs,
): { stop: () => Promise<void> } {
  let unheardOf: string[] = [];
  let client: Client | undefined;
  /** The connection takes one query at a time: none before it shows its sign, none while another runs. */
  let isFree = false;
  let wasLost = false;
  let lookFrom = 0;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new Client({ connectionString: env.DATABASE_URL, keepAlive: true });
    client = next;
    const again = () => {
      if (stopped || client !== next) return;
      client = undefined;
      isFree = false;
      wasLost = true;
      retry = setTimeout(connect, reconnectMs);
    };
    next.on("error", again);
    next.on("end", again);
    try {
      await next.connect();
      await next.query("select pg_advisory_lock($1, hashtext($2))", [lockClass, poolId]);
      isFree = client === next;
      if (wasLost) lookFrom = Date.now() + othersReconnectMs;
    } catch (error) {
      logger.warn({ error: String(error) }, "the job runner could not show that it lives, trying again");
      again();
      await next.end().catch(() => undefined);
    }
  };

  const look = setInterval(async () => {
    const asked = client;
    if (!asked || !isFree || Date.now() < lookFrom) return;
    isFree = false;
    try {
      await asked.query(
        `select graphile_worker.force_unlock_workers(array_agg(locked_by)) from (
           select distinct locked_by from graphile_worker.jobs
           where locked_by <> $2 and locked_at < now() - interval '${youngest}'
         ) held where pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
        [lockClass, poolId],
      );
      unheardOf = await freeUnheardOf(asked, poolId, runningIds(), unheardOf);
    } catch (error) {
      logger.warn({ error: String(error) }, "jobs of dead runners could not be freed, trying again");
    } finally {
      // A connection opened meanwhile speaks for itself.
      if (client === asked) isFree = true;
    }
  }, everyMs);

  void connect();
  return {
    async stop() {
      stopped = true;
      clearInterval(look);
      clearTimeout(retry);
      await client?.end();
    },
  };
}

/** Frees jobs held in the runner's name that it did not run at the last look (`before`) either; returns those of this one. */
async function freeUnheardOf(
  client: Client,
  poolId: string,
  running: string[],
  before: string[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id::text from graphile_worker.jobs
     where locked_by = $1 and locked_at < now() - interval '${youngest}' and id <> all($2::bigint[])`,
    [poolId, running],
  );
  const lost = rows.map(({ id }) => id).filter((id) => before.includes(id));
  if (lost.length > 0) {
    logger.warn({ jobs: lost }, "jobs that never reached their runner are free again");
    await client.query(
      `with freed as (
         update graphile_worker._private_jobs set locked_by = null, locked_at = null
         where id = any($2::bigint[]) and locked_by = $1 returning job_queue_id
       )
       update graphile_worker._private_job_queues queues set locked_by = null, locked_at = null
       from freed where queues.id = freed.job_queue_id and queues.locked_by = $1`,
      [poolId, lost],
    );
  }
  return rows.map(({ id }) => id);
}
