import { Logger, run } from "graphile-worker";
import { startSupervisor } from "@/bots/supervisor";
import { taskList } from "@/bots/tasks";
import { closeDb } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";
import { realtime } from "@/server/realtime/realtime";

/** Jobs with a start time in the future are found by polling only; an answer waits 700 ms of silence. */
const pollIntervalMs = 100;
const concurrency = 10;

const workerLogger = new Logger(() => (level, message) => {
  if (level === "error") logger.error(message);
  else if (level === "warning") logger.warn(message);
  else logger.debug(message);
});

const runner = await run({
  connectionString: env.DATABASE_URL,
  maxPoolSize: 12,
  taskList,
  concurrency,
  pollInterval: pollIntervalMs,
  noHandleSignals: true,
  logger: workerLogger,
  crontab: "17 * * * * sweep-leftovers",
});
const supervisor = startSupervisor();
logger.info("bots are running");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await supervisor.stop();
  await runner.stop();
  await realtime.stop();
  await closeDb();
  process.exit(0);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// The launcher is gone: nobody would ever stop us.
process.on("disconnect", stop);
