import type { JobName, Jobs } from "@/server/jobs/jobs";
import { putInLine } from "@/server/jobs/put-in-line";
import { tellQueued } from "@/server/jobs/queued-here";
import { afterCommit, type Tx } from "@/server/lib/db";

export type JobOptions = {
  /** A waiting job with the same key is replaced: asked for twice, done once. */
  jobKey?: string;
  /** Jobs of one queue run one after another. Few queues: a runner that looks for work locks the row of each. */
  queue?: string;
  runAt?: Date;
};

type Wanted<Name extends JobName> = { payload: Jobs[Name] } & JobOptions;

/** How often a job is asked for anew when it was swallowed; the second time its predecessor is seen as started. */
const mostTries = 10;

const putAllInLine = putInLine(`
  select $1::text, payload, "runAt", "jobKey"
  from jsonb_to_recordset($2::jsonb) as jobs (payload json, "jobKey" text, "runAt" timestamptz)`);

/** Queues several jobs of one name in one statement, in the transaction of the state they follow from. */
export async function enqueueAll<Name extends JobName>(
  tx: Tx,
  name: Name,
  jobs: Wanted<Name>[],
): Promise<void> {
  // Everyone locks the keys in the same order, so that two who queue the same ones do not wait for each other.
  let left = jobs.toSorted((a, b) => ((a.jobKey ?? "") < (b.jobKey ?? "") ? -1 : 1));
  if (left.every(({ queue, jobKey }) => queue === undefined && jobKey !== undefined))
    left = without(left, await tx.$queryRawUnsafe(putAllInLine, name, JSON.stringify(left)));
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt >= mostTries) throw new Error(`${left.length} jobs ${name} could not be queued`);
    const added = await tx.$queryRaw<{ key: string | null }[]>`
      select key from graphile_worker.add_jobs(array(
        select row(${name}, payload, queue, "runAt", null, "jobKey", null, null)::graphile_worker.job_spec
        from jsonb_to_recordset(${JSON.stringify(left)}::jsonb)
          as wanted(payload json, "jobKey" text, queue text, "runAt" timestamptz)
      ))`;
    // graphile-worker 0.18 adds nothing when the job of the same key starts between the two statements of add_jobs.
    left = without(left, added);
  }
  if (jobs.some(({ runAt }) => runAt === undefined)) afterCommit(tx, () => tellQueued(name));
}

function without<Name extends JobName>(jobs: Wanted<Name>[], queued: { key: string | null }[]) {
  const keys = new Set(queued.map(({ key }) => key));
  return jobs.filter(({ jobKey }) => jobKey !== undefined && !keys.has(jobKey));
}
