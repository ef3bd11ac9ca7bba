import { pool } from "@/server/lib/db";

/** How many parts the last hour is shown in. */
const parts = 12;

export type Throughput = { received: number[]; sent: number[] };

/** A resource that nothing went through. */
export const noThroughput: Throughput = { received: Array(parts).fill(0), sent: Array(parts).fill(0) };

type Row = { resource_id: number; part: number; received: number; sent: number };

/** Messages of the last hour by resource of a workspace, in parts of five minutes, the oldest first. */
export async function throughput(workspaceId: number): Promise<Map<number, Throughput>> {
  const { rows } = await pool().query<Row>(
    `select conversations.resource_id,
       least(${parts - 1}, floor(extract(epoch from messages.created_at - (now() - interval '1 hour')) / 300))::int as part,
       count(*) filter (where author = 'customer')::int as received,
       count(*) filter (where author <> 'customer' and kind <> 'note')::int as sent
     from messages join conversations on conversations.id = messages.conversation_id
     where messages.workspace_id = $1 and messages.created_at > now() - interval '1 hour'
     group by 1, 2`,
    [workspaceId],
  );
  const byResource = new Map<number, Throughput>();
  for (const { resource_id, part, received, sent } of rows) {
    const known = byResource.get(resource_id) ?? structuredClone(noThroughput);
    known.received[part] = received;
    known.sent[part] = sent;
    byResource.set(resource_id, known);
  }
  return byResource;
}
