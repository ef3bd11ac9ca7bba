import { setTimeout as sleep } from "node:timers/promises";
import { type RunnerOptions, run } from "graphile-worker";
import { Pool } from "pg";
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
 * Runs jobs until it is stopped: a runner that ends because its database went away is followed by a new one. Rejects
 * when the first cannot start.
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
  let runner = await begin();

  const keep = async () => {
    for (;;) {
      await runner.promise.catch((error) => logger.error({ err: error }, "a job runner ended"));
      while (!stopped) {
        await sleep(againAfterMs);
        if (stopped) return;
        try {
          runner = await begin();
          logger.warn("a new job runner took over from one that had ended");
          break;
        } catch (error) {
          logger.warn({ error: String(error) }, "no new job runner could start, trying again");
        }
      }
      if (stopped) return;
    }
  };
  const kept = keep();

  return {
    async stop() {
      stopped = true;
      // It rejects when the runner has just ended by itself, which is what is wanted.
      await runner.stop().catch(() => undefined);
      await kept;
      await pgPool.end();
    },
  };
}
