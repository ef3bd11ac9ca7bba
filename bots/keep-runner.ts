import { setTimeout as sleep } from "node:timers/promises";
import { type RunnerOptions, run } from "graphile-worker";
import { Pool } from "pg";
import { databaseIsAway } from "@/server/lib/database-is-away";
import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";

/** `poolSize`: so many connections at most; one of them listens. */
type KeepRunner = Omit<RunnerOptions, "connectionString" | "maxPoolSize" | "pgPool"> & { poolSize: number };

const againAfterMs = 1000;
/**
 * Jobs that end within so long are noted by one statement. Without any delay the library notes a job's end in a promise
 * that nobody awaits, so that a database which dies at that moment ends the process; in batches such a failure ends the
 * runner alone, whose jobs others then take up.
 */
const endsRunnerAlone = { completeJobBatchDelay: 20, failJobBatchDelay: 0 };
/** After a look that found little, jobs gather so long; milliseconds. */
const gatherMs = 25;
/** What was fetched and waits here longer for a free worker is given back for other processes; milliseconds. */
const mostHeldMs = 1000;

/**
 * Runs jobs until it is stopped: a runner that ends because its database went away is followed by a new one, and the
 * first waits for the database. Rejects when it cannot start for another reason.
 */
export async function keepRunner({
  poolSize,
  ...options
}: KeepRunner): Promise<{ stop: () => Promise<void> }> {
  let stopped = false;
  // The library's own pool is deaf while a runner ends: a connection that breaks just then would end the process.
  const pgPool = new Pool({ connectionString: env.DATABASE_URL, max: poolSize });
  pgPool.on("error", () => undefined);
  pgPool.on("connect", (client) => client.on("error", () => undefined));
  // One look fetches what all free workers can take, instead of each looking for itself.
  const localQueue = {
    size: options.concurrency ?? 1,
    ttl: mostHeldMs,
    refetchDelay: { durationMs: gatherMs, threshold: options.concurrency ?? 1 },
  };
  const begin = () => run({ ...options, pgPool, preset: { worker: { ...endsRunnerAlone, localQueue } } });
  /** Begins until it succeeds; null when it was stopped meanwhile. */
  const beginAtLast = async (mayThrow: boolean) => {
    while (!stopped) {
      try {
        const begun = await begin();
        if (!stopped) return begun;
        await begun.stop();
      } catch (error) {
        if (mayThrow && !databaseIsAway(error)) throw error;
        logger.warn({ error: String(error) }, "no job runner could start, trying again");
        await sleep(againAfterMs);
      }
    }
    return null;
  };
  let runner = await beginAtLast(true);

  const keep = async () => {
    while (runner) {
      await runner.promise.catch((error) => logger.error({ err: error }, "a job runner ended"));
      if (stopped) return;
      await sleep(againAfterMs);
      runner = await beginAtLast(false);
      if (runner) logger.warn("a new job runner took over from one that had ended");
    }
  };
  const kept = keep();

  return {
    async stop() {
      stopped = true;
      // It rejects when the runner has just ended by itself, which is what is wanted.
      await runner?.stop().catch(() => undefined);
      await kept;
      await pgPool.end();
    },
  };
}
