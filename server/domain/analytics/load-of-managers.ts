import type { Period } from "@/server/domain/analytics/period-of";
import type { ManagerLoad } from "@/server/domain/analytics/schema";
import { db } from "@/server/lib/db";

type Row = {
  key: string;
  name: string;
  conversations: number;
  open_now: number;
  replied: number;
  times: (number | null)[] | null;
  rating: number | null;
};

/**
 * What each person led who led conversations of the period, busiest first. One person in the browser and on a channel
 * counts once where the account is linked.
 */
export async function loadOfManagers(workspaceId: number, { since, until }: Period): Promise<ManagerLoad[]> {
  const rows = await db.$queryRaw<Row[]>`
    with led as (
      select coalesce(c.manager_user_id, i.user_id) as user_id,
        case when c.manager_user_id is null and i.user_id is null then c.manager_contact_id end as contact_id,
        c.state, c.handed_over_at, c.first_reply_at, c.rating
      from conversations c join contacts p on p.id = c.contact_id and not p.exclude_from_analytics
      left join contacts m on m.id = c.manager_contact_id
      left join member_identities i
        on i.workspace_id = c.workspace_id and i.provider = m.provider and i.external_id = m.external_id
      where c.workspace_id = ${workspaceId} and c.opened_at >= ${since} and c.opened_at < ${until}
        and (c.manager_user_id is not null or c.manager_contact_id is not null))
    select case when led.user_id is null then 'contact:' || led.contact_id else 'user:' || led.user_id end as key,
      coalesce(u.name, nullif(concat_ws(' ', nullif(k.first_name, ''), k.last_name), ''), '–') as name,
      count(*)::int as conversations,
      count(*) filter (where led.state <> 'closed')::int as open_now,
      count(*) filter (where first_reply_at >= handed_over_at)::int as replied,
      percentile_cont(array[0.5, 0.9]) within group (order by extract(epoch from first_reply_at - handed_over_at)::float8)
        filter (where first_reply_at >= handed_over_at) as times,
      avg(led.rating)::float8 as rating
    from led left join users u on u.id = led.user_id left join contacts k on k.id = led.contact_id
    group by led.user_id, led.contact_id, 2 order by 3 desc, 2 limit 200`;
  return rows.map(({ key, name, conversations, open_now, replied, times, rating }) => ({
    key,
    name,
    conversations,
    openNow: open_now,
    firstResponse: { count: replied, median: times?.[0] ?? null, p90: times?.[1] ?? null },
    rating,
  }));
}
