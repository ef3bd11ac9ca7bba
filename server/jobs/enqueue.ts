import type { JobName, Jobs } from "@/server/jobs/jobs";
import type { Tx } from "@/server/lib/db";

export type EnqueueOptions = {
  /** A waiting job with the same key is replaced: asked for twice, done once. */
  jobKey?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
};

/** Queues a job in the transaction of the state it follows from; it exists only if that transaction commits. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  await tx.$queryRaw`select 1 from graphile_worker.add_job(
    ${name}, ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null},
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.jobKey ?? null})`;
}
