import { storableJson } from "@/server/domain/resources/storable-json";
import { laneKey } from "@/server/domain/resources/stored-updates";
import { enqueueAll } from "@/server/jobs/enqueue-all";
import { putInLine } from "@/server/jobs/put-in-line";
import { tellQueued } from "@/server/jobs/queued-here";
import { clock } from "@/server/lib/clock";
import { pool, transaction } from "@/server/lib/db";
import { wasUndone } from "@/server/lib/was-undone";
import type { RawUpdate } from "@/server/providers/provider";

/** Stores a batch, and queues the jobs of its lanes unless one of them runs just now: then it is undone. */
const storeInOne = `
  with stored as (
    insert into inbound_updates (resource_id, external_id, lane, payload, processed_at, error)
    select $1, external_id, lane, payload, processed_at, error
    from jsonb_to_recordset($2::jsonb)
      as updates (external_id text, lane text, payload jsonb, processed_at timestamptz, error text)
    on conflict do nothing returning id
  ), lanes as (
    select lane, key from jsonb_to_recordset($3::jsonb) as lanes (lane text, key text)
    where exists (select from stored)
  ), jobs as (${putInLine(`
    select 'process-updates', json_build_object('resourceId', $1::int, 'lane', lane), null::timestamptz, key
    from lanes order by key`)}), seen as (
    update resources set last_event_at = $4, updated_at = $4 where id = $1 and exists (select from stored)
  )
  select (select count(*) from stored)::int as count,
    1 / (case when (select count(*) from lanes) = (select count(*) from jobs) then 1 else 0 end) as whole`;

/**
 * Stores a batch of raw updates and the jobs that process them, in one transaction, before the caller confirms them
 * to the provider. An update seen before changes nothing; of one that cannot be stored its number is kept, with the
 * error. Returns how many were new.
 */
export async function receiveUpdates(resourceId: number, updates: RawUpdate[]): Promise<number> {
  if (updates.length === 0) return 0;
  const rows = updates.map((update) => ({ ...update, ...contentOf(update) }));
  const lanes = [...new Set(updates.map(({ lane }) => lane))];
  return (await storeAtOnce(resourceId, rows, lanes)) ?? storeStepwise(resourceId, rows, lanes);
}

type Row = RawUpdate & ReturnType<typeof contentOf>;

async function storeAtOnce(resourceId: number, rows: Row[], lanes: string[]): Promise<number | null> {
  try {
    const { rows: outcome } = await pool().query<{ count: number }>({
      name: "receive_updates",
      text: storeInOne,
      values: [
        resourceId,
        JSON.stringify(
          rows.map(({ externalId, processedAt, ...row }) => ({
            ...row,
            external_id: externalId,
            processed_at: processedAt,
          })),
        ),
        JSON.stringify(lanes.map((lane) => ({ lane, key: laneKey({ resourceId, lane }) }))),
        clock.now(),
      ],
    });
    const count = outcome[0]?.count ?? 0;
    if (count > 0) tellQueued("process-updates");
    return count;
  } catch (error) {
    if (wasUndone(error)) return null;
    throw error;
  }
}

function storeStepwise(resourceId: number, rows: Row[], lanes: string[]): Promise<number> {
  return transaction(async (tx) => {
    const { count } = await tx.inboundUpdate.createMany({
      data: rows.map((row) => ({ ...row, resourceId })),
      skipDuplicates: true,
    });
    if (count === 0) return 0;
    await enqueueAll(
      tx,
      "process-updates",
      lanes.map((lane) => ({ payload: { resourceId, lane }, jobKey: laneKey({ resourceId, lane }) })),
    );
    await tx.resource.update({ where: { id: resourceId }, data: { lastEventAt: clock.now() } });
    return count;
  });
}

function contentOf({ payload }: RawUpdate): { payload: object; processedAt?: Date; error?: string } {
  const storable = storableJson(payload);
  if (storable) return { payload: storable };
  return { payload: {}, processedAt: clock.now(), error: "malformed: nested too deep" };
}
