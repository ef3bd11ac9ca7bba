import { TURN_PREFIX, turnKey } from "@/server/domain/meetings/dialogues/turn-key";
import { MEETING_PREFIX } from "@/server/domain/meetings/meeting-queue";
import { pool } from "@/server/lib/db";

/** How many parts the last hour is shown in. */
const parts = 12;

export type Throughput = { received: number[]; sent: number[] };

/** A resource that nothing went through. */
export const noThroughput: Throughput = { received: Array(parts).fill(0), sent: Array(parts).fill(0) };

type Row = { resource_id: number; part: number; received: number; sent: number };

/**
 * Messages of the last hour by resource of a workspace, in parts of five minutes, the oldest first: those of conversations,
 * what people said to the meeting bot (each was answered by a turn) and what it has sent.
 */
export async function throughput(workspaceId: number): Promise<Map<number, Throughput>> {
  const { rows } = await pool().query<Row>(
    `with recent as (
       select resource_id, dedupe_key, state, created_at, sent_at from deliveries
       where workspace_id = $1 and (dedupe_key like '${TURN_PREFIX}%' or dedupe_key like '${MEETING_PREFIX}%')
         -- Numbers rise with time, and nothing else finds the latest of a long table. Nobody waits longer for their turn.
         and id > coalesce((
           select id from deliveries where created_at < now() - interval '6 hours' order by id desc limit 1), 0)
     ), passed as (
       select conversations.resource_id, messages.created_at as at,
         (author = 'customer')::int as received, (author <> 'customer' and kind <> 'note')::int as sent
       from messages join conversations on conversations.id = messages.conversation_id
       where messages.workspace_id = $1 and messages.created_at > now() - interval '1 hour'
       union all
       select resource_id, created_at, 1, 0 from recent where dedupe_key like '${turnKey("%", 0)}'
       union all
       select resource_id, sent_at, 0, 1 from recent where state = 'sent'
     )
     select resource_id,
       least(${parts - 1}, floor(extract(epoch from at - (now() - interval '1 hour')) / 300))::int as part,
       sum(received)::int as received, sum(sent)::int as sent
     from passed where at > now() - interval '1 hour'
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
