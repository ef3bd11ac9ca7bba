import { enqueueAll, type JobOptions } from "@/server/jobs/enqueue-all";
import type { JobName, Jobs } from "@/server/jobs/jobs";
import type { Tx } from "@/server/lib/db";

/** Queues a job in the transaction of the state it follows from; it exists only if that transaction commits. */
export function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  options: JobOptions = {},
): Promise<void> {
  return enqueueAll(tx, name, [{ payload, ...options }]);
}
