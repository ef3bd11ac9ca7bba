import type { Period } from "@/server/domain/analytics/period-of";
import type { Spread } from "@/server/domain/analytics/schema";
import { db } from "@/server/lib/db";

/** So many conversations tell it well enough, whatever the size of the workspace. */
const newest = 1000;

/** How long customers waited for the assistant's first words, from their first message on. */
export async function timeAssistant(workspaceId: number, { since, until }: Period): Promise<Spread> {
  const [row] = await db.$queryRaw<{ count: number; times: number[] | null }[]>`
    select count(first.at)::int as count,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from first.at - asked.at)::float8) as times
    from (
      select c.id from conversations c join contacts p on p.id = c.contact_id and not p.exclude_from_analytics
      where c.workspace_id = ${workspaceId} and c.opened_at >= ${since} and c.opened_at < ${until}
      order by c.id desc limit ${newest}) newest
    cross join lateral (
      select seq, created_at as at from messages
      where conversation_id = newest.id and author = 'customer' order by seq limit 1) asked
    cross join lateral (
      select created_at as at from messages
      where conversation_id = newest.id and author = 'assistant' and seq > asked.seq order by seq limit 1) first`;
  return { count: row?.count ?? 0, median: row?.times?.[0] ?? null, p90: row?.times?.[1] ?? null };
}
