import type { JobName, Jobs } from "@/server/jobs/jobs";
import type { Tx } from "@/server/lib/db";

export type EnqueueOptions = {
  /** A waiting job with the same key is replaced: asked for twice, done once. */
  jobKey?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
};

/** How often a job is asked for anew when it was swallowed; the second time its predecessor is seen as started. */
const mostTries = 10;

/** Queues a job in the transaction of the state it follows from; it exists only if that transaction commits. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const [job] = await tx.$queryRaw<{ id: bigint | null }[]>`
      select id from graphile_worker.add_job(
        ${name}, ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
        run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.jobKey ?? null})`;
    if (job?.id) return;
    // graphile-worker 0.18 adds nothing when the job of the same key starts between the two statements of add_jobs.
  }
  throw new Error(`The job ${name} could not be queued`);
}
