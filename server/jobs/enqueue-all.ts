import type { JobName, Jobs } from "@/server/jobs/jobs";
import type { Tx } from "@/server/lib/db";

export type JobOptions = {
  /** A waiting job with the same key is replaced: asked for twice, done once. */
  jobKey?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
};

/** How often a job is asked for anew when it was swallowed; the second time its predecessor is seen as started. */
const mostTries = 10;

/** Queues several jobs of one name in one statement, in the transaction of the state they follow from. */
export async function enqueueAll<Name extends JobName>(
  tx: Tx,
  name: Name,
  jobs: ({ payload: Jobs[Name] } & JobOptions)[],
): Promise<void> {
  // Everyone locks the keys in the same order, so that two who queue the same ones do not wait for each other.
  let left = jobs.toSorted((a, b) => ((a.jobKey ?? "") < (b.jobKey ?? "") ? -1 : 1));
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const added = await tx.$queryRaw<{ key: string | null }[]>`
      select key from graphile_worker.add_jobs(array(
        select row(${name}, payload, queue, "runAt", null, "jobKey", null, null)::graphile_worker.job_spec
        from jsonb_to_recordset(${JSON.stringify(left)}::jsonb)
          as wanted(payload json, "jobKey" text, queue text, "runAt" timestamptz)
      ))`;
    const keys = new Set(added.map(({ key }) => key));
    // graphile-worker 0.18 adds nothing when the job of the same key starts between the two statements of add_jobs.
    left = left.filter(({ jobKey }) => jobKey !== undefined && !keys.has(jobKey));
    if (left.length === 0) return;
  }
  throw new Error(`${left.length} jobs ${name} could not be queued`);
}
