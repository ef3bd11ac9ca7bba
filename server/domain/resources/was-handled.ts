import type { Jobs } from "@/server/jobs/jobs";
import { db } from "@/server/lib/db";

/** Whether an update of a lane, one whose payload contains `part`, was handled without an error. */
export async function wasHandled(
  { resourceId, lane }: Jobs["process-updates"],
  part: object,
): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    select 1 from inbound_updates
    where resource_id = ${resourceId} and lane = ${lane} and processed_at is not null and error is null
      and payload @> ${JSON.stringify(part)}::jsonb
    limit 1`;
  return found.length > 0;
}
