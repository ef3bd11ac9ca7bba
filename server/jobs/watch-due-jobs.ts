import { pool } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/** An answer waits 700 ms of silence: what is due is seen to be so at once. */
const lookEveryMs = 100;

/**
 * Calls `onDue` with the names of the jobs that may start now, ten times a second: one look for all runners of this
 * process, each of whose workers would else ask for itself as often. Ends when the returned function is called.
 */
export function watchDueJobs(onDue: (names: string[]) => void): () => void {
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    try {
      const { rows } = await pool().query<{ identifier: string }>({
        name: "due-jobs",
        text: `select identifier from graphile_worker._private_tasks tasks where exists (
          select 1 from graphile_worker._private_jobs jobs
          where jobs.task_id = tasks.id and jobs.is_available and jobs.run_at <= now() and (
            jobs.job_queue_id is null or exists (
              select 1 from graphile_worker._private_job_queues queues
              where queues.id = jobs.job_queue_id and queues.is_available)))`,
      });
      if (rows.length > 0) onDue(rows.map(({ identifier }) => identifier));
    } catch (error) {
      logger.debug(
        { error: String(error) },
        "due jobs were not seen; the workers look for themselves now and then",
      );
    } finally {
      looking = false;
    }
  }, lookEveryMs);
  return () => clearInterval(timer);
}
