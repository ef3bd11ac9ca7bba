import { onQueued } from "@/server/jobs/queued-here";
import { pool } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/** An answer waits 700 ms of silence: what is due is seen to be so at once. */
const lookEveryMs = 100;
/** So many due jobs of one name are told of at a time. */
const mostTold = 8;

/**
 * Calls `onDue` with a name and how many of its jobs may start now: ten times a second by one look for all runners of
 * this process, each of whose workers would else ask for itself as often; at once for what this process queued itself.
 * Ends when the returned function is called.
 */
export function watchDueJobs(onDue: (name: string, count: number) => void): () => void {
  let looking = false;
  /** While no look succeeds, the first failure is told, not ten a second. */
  let failing = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    try {
      const { rows } = await pool().query<{ identifier: string; count: number }>({
        name: "due-jobs",
        text: `select identifier, due.count from graphile_worker._private_tasks tasks cross join lateral (
          select count(*)::int from (
            select from graphile_worker._private_jobs jobs
            where jobs.task_id = tasks.id and jobs.is_available and jobs.run_at <= now() and (
              jobs.job_queue_id is null or exists (
                select 1 from graphile_worker._private_job_queues queues
                where queues.id = jobs.job_queue_id and queues.is_available))
            limit ${mostTold}) few
        ) due where due.count > 0`,
      });
      failing = false;
      for (const { identifier, count } of rows) onDue(identifier, count);
    } catch (error) {
      if (!failing)
        logger.warn(
          { error: String(error) },
          "due jobs are not seen; the workers look for themselves now and then",
        );
      failing = true;
    } finally {
      looking = false;
    }
  }, lookEveryMs);
  const unhear = onQueued((name) => onDue(name, 1));
  return () => {
    clearInterval(timer);
    unhear();
  };
}
