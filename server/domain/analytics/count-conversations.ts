import type { Period } from "@/server/domain/analytics/period-of";
import type { AnalyticsView, Spread } from "@/server/domain/analytics/schema";
import { db } from "@/server/lib/db";

type Row = {
  opened: number;
  closed: number;
  open_now: number;
  waiting_now: number;
  by_assistant: number;
  handed_over: number;
  reopened: number;
  replied: number;
  reply_times: (number | null)[] | null;
  resolution_times: (number | null)[] | null;
  stars: number[];
};
type Figures = Pick<AnalyticsView, "conversations" | "managerResponse" | "resolution" | "ratings">;

/** Conversations of a period by how they went, with how long people waited and what they thought of it. */
export async function countConversations(workspaceId: number, { since, until }: Period): Promise<Figures> {
  const [row] = await db.$queryRaw<Row[]>`
    with own as materialized (
      select c.id, c.contact_id, c.resource_id, c.state, c.opened_at, c.closed_at, c.handed_over_at, c.first_reply_at,
        c.rating, c.opened_at >= ${since} and c.opened_at < ${until} as opened_in,
        c.closed_at >= ${since} and c.closed_at < ${until} as closed_in,
        c.rated_at >= ${since} and c.rated_at < ${until} as rated_in
      from conversations c join contacts p on p.id = c.contact_id and not p.exclude_from_analytics
      where c.workspace_id = ${workspaceId})
    select
      count(*) filter (where opened_in)::int as opened,
      count(*) filter (where closed_in)::int as closed,
      count(*) filter (where state <> 'closed')::int as open_now,
      count(*) filter (where state = 'waiting')::int as waiting_now,
      count(*) filter (where opened_in and state = 'closed' and handed_over_at is null)::int as by_assistant,
      count(*) filter (where opened_in and handed_over_at is not null)::int as handed_over,
      (select count(*)::int from (
        select o.opened_at, lag(o.closed_at) over (partition by o.contact_id, o.resource_id order by o.id) as before,
          o.opened_in from own o) s
        where s.opened_in and s.before > s.opened_at - interval '3 days') as reopened,
      count(*) filter (where opened_in and first_reply_at >= handed_over_at)::int as replied,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from first_reply_at - handed_over_at)::float8)
        filter (where opened_in and first_reply_at >= handed_over_at) as reply_times,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from closed_at - opened_at)::float8)
        filter (where closed_in) as resolution_times,
      array[
        count(*) filter (where rated_in and rating = 1)::int, count(*) filter (where rated_in and rating = 2)::int,
        count(*) filter (where rated_in and rating = 3)::int, count(*) filter (where rated_in and rating = 4)::int,
        count(*) filter (where rated_in and rating = 5)::int] as stars
    from own`;
  if (!row) throw new Error("A count has a row");
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = row.stars;
  const rated = one + two + three + four + five;
  return {
    conversations: {
      opened: row.opened,
      closed: row.closed,
      openNow: row.open_now,
      waitingNow: row.waiting_now,
      byAssistant: row.by_assistant,
      handedOver: row.handed_over,
      reopened: row.reopened,
    },
    managerResponse: spread(row.replied, row.reply_times),
    resolution: spread(row.closed, row.resolution_times),
    ratings: {
      average: rated > 0 ? (one + two * 2 + three * 3 + four * 4 + five * 5) / rated : null,
      count: rated,
      byStars: [one, two, three, four, five],
    },
  };
}

function spread(count: number, times: (number | null)[] | null): Spread {
  return { count, median: times?.[0] ?? null, p90: times?.[1] ?? null };
}
