import { EventEmitter } from "node:events";
import { Logger, type WorkerEvents, type WorkerPool } from "graphile-worker";
import { keepFed } from "@/bots/keep-fed";
import { keepRunner } from "@/bots/keep-runner";
import { loadHandlers } from "@/bots/load-handlers";
import { startSupervisor } from "@/bots/supervisor";
import { taskList } from "@/bots/tasks";
import { wakeHub } from "@/server/domain/messages/hub/wake-hub";
import { wakeOutgoing } from "@/server/domain/resources/outgoing/wake-outgoing";
import { guardJobs } from "@/server/jobs/guard-jobs";
import { watchDueJobs } from "@/server/jobs/watch-due-jobs";
import { databaseIsAway } from "@/server/lib/database-is-away";
import { closeDb } from "@/server/lib/db";
import { drain } from "@/server/lib/drain";
import { keepHeapSmall } from "@/server/lib/keep-heap-small";
import { logger } from "@/server/lib/logger";
import { realtime } from "@/server/realtime/realtime";

/** Workers are told what is due; should that fail they look for themselves. */
const pollIntervalMs = 2000;
/** One connection of a lane listens, the others take and finish jobs, a moment each; none is held while a job runs. */
const poolSize = 4;
/**
 * What waits for somebody else has runners of its own: a model that hangs holds an answer for half a minute, a provider
 * a delivery for 20 s, a file for longer; updates, and each other, must not wait behind them.
 */
const apart = [
  { names: ["answer-turn"], concurrency: 16, crontab: "" },
  { names: ["drain-chat"], concurrency: 12, crontab: "" },
  { names: ["fetch-attachment"], concurrency: 4, crontab: "" },
  { names: ["transcribe"], concurrency: 4, crontab: "" },
  { names: ["analyse-messages"], concurrency: 3, crontab: "" },
  { names: ["deliver-webhooks"], concurrency: 6, crontab: "" },
];
const lanes = [
  ...apart,
  {
    names: Object.keys(taskList).filter((name) => !apart.some(({ names }) => names.includes(name))),
    concurrency: 10,
    crontab:
      "17 * * * * sweep-leftovers\n37 * * * * sweep-files\n23 4 * * * sweep-accounts\n41 3 * * * enforce-retention\n* * * * * embed-passages\n* * * * * requeue-stranded\n* * * * * watch-waiting\n* * * * * expire-approvals\n* * * * * run-meetings",
  },
];
/** A job may wait for a model for half a minute; a stop does not. Whoever starts next takes the job up. */
const stopMs = 8000;

keepHeapSmall();

// The job library leaves some promises to nobody; a database that goes away under one must not end the process.
process.on("unhandledRejection", (error) => {
  if (!databaseIsAway(error)) throw error;
  logger.warn({ error: String(error) }, "work that nobody waits for found no database");
});

const workerLogger = new Logger(() => (level, message) => {
  // It counts on a connection a worker; ours hold none while a job runs.
  const isOfPools = message.includes("having maxPoolSize");
  if (level === "error") logger.error(message);
  else if (level === "warning" && !isOfPools) logger.warn(message);
  else logger.debug(message);
});

interface Lane {
  names: string[];
  /** The jobs that run in it here, or were fetched and wait for a free worker. */
  running: Set<string>;
  pool: WorkerPool;
  guard: { stop: () => Promise<void> };
}
const open = new Map<string, Lane>();

/** Keeps note of a lane's runners, whichever it is now. */
function eventsOf(names: string[]): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool: pool }) => {
    const running = new Set<string>();
    open.set(pool.id, { names, running, pool, guard: guardJobs(pool.id, () => [...running]) });
  });
  events.on("localQueue:getJobs:complete", ({ localQueue, jobs }) => {
    for (const { id } of jobs) open.get(localQueue.workerPool.id)?.running.add(id);
  });
  events.on("localQueue:returnJobs", ({ localQueue, jobs }) => {
    for (const { id } of jobs) open.get(localQueue.workerPool.id)?.running.delete(id);
  });
  events.on("job:start", ({ worker, job }) => open.get(worker.workerPool.id)?.running.add(job.id));
  events.on("job:complete", ({ worker, job }) => open.get(worker.workerPool.id)?.running.delete(job.id));
  // Its sign of life goes with it, so that others take up what it could not finish.
  events.on("pool:release", ({ workerPool }) => {
    open
      .get(workerPool.id)
      ?.guard.stop()
      .catch((error) =>
        logger.warn({ error: String(error) }, "a job runner's sign of life did not end well"),
      );
    open.delete(workerPool.id);
  });
  return events;
}

await loadHandlers();
const runners = await Promise.all(
  lanes.map(({ names, ...lane }) =>
    keepRunner({
      ...lane,
      poolSize,
      taskList: Object.fromEntries(Object.entries(taskList).filter(([name]) => names.includes(name))),
      pollInterval: pollIntervalMs,
      noHandleSignals: true,
      logger: workerLogger,
      events: eventsOf(names),
    }),
  ),
);
const unwatch = watchDueJobs((name, count) => {
  for (const { names, pool } of open.values()) if (names.includes(name)) pool.nudge(count);
});
const stopFeeding = [keepFed(wakeOutgoing), keepFed(wakeHub)];
const supervisor = startSupervisor();
logger.info("bots are running");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => {
    logger.warn("jobs were still at work when the bots had to stop");
    process.exit(0);
  }, stopMs).unref();
  await supervisor.stop();
  drain.begin();
  unwatch();
  for (const stopOne of stopFeeding) stopOne();
  await Promise.all(runners.map((runner) => runner.stop()));
  await Promise.all([...open.values()].map(({ guard }) => guard.stop()));
  await realtime.stop();
  await closeDb();
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// The launcher is gone: nobody would ever stop us.
process.on("disconnect", stop);
