import type { Period } from "@/server/domain/analytics/period-of";
import type { AnalyticsView, DayVolume } from "@/server/domain/analytics/schema";
import { INTENTS, type IntentName } from "@/server/domain/messages/hub/schema";
import { db } from "@/server/lib/db";

type Row = {
  day: number;
  author: "contact" | "assistant" | "member" | "system";
  intent: IntentName | null;
  count: bigint;
};

const noIntents = () => Object.fromEntries(INTENTS.map((name) => [name, 0])) as Record<IntentName, number>;

/**
 * Messages and their intents by day, as they were said: what was deleted later counts, notices do not. Counted a day at a time from one index alone; those of people whom
 * the workspace leaves out of its figures are taken off again, so that the index needs not know them.
 */
export async function countMessages(
  workspaceId: number,
  { bounds, days, since, until }: Period,
): Promise<Pick<AnalyticsView, "volume" | "intents">> {
  const rows = await db.$queryRaw<Row[]>`
    select day::int, author::text, intent::text, sum(count)::bigint as count
    from (
      select each.day, said.author, said.intent, said.count
      from unnest(${bounds.slice(0, -1)}::timestamptz[], ${bounds.slice(1)}::timestamptz[])
        with ordinality as each (since, until, day)
      cross join lateral (
        select author, intent, count(*) as count from hub_messages
        where workspace_id = ${workspaceId} and sent_at >= each.since and sent_at < each.until group by 1, 2) said
      union all
      select width_bucket(m.sent_at, ${bounds}::timestamptz[]), m.author, m.intent, -count(*)
      from contacts c join hub_messages m on m.contact_id = c.id
      where c.workspace_id = ${workspaceId} and c.exclude_from_analytics and m.sent_at >= ${since} and m.sent_at < ${until}
      group by 1, 2, 3
    ) counted where author <> 'system' group by 1, 2, 3`;
  const byDay: DayVolume[] = days.map((day) => ({ day, contacts: 0, assistant: 0, members: 0 }));
  const intentsByDay = days.map((day) => ({ day, ...noIntents() }));
  const byIntent = noIntents();
  let [total, analysed] = [0, 0];
  for (const { day, author, intent, count } of rows) {
    const [volume, intents] = [byDay[day - 1], intentsByDay[day - 1]];
    if (!volume || !intents) continue;
    const messages = Number(count);
    total += messages;
    if (author === "contact") volume.contacts += messages;
    else if (author === "assistant") volume.assistant += messages;
    else volume.members += messages;
    if (!intent) continue;
    analysed += messages;
    byIntent[intent] += messages;
    intents[intent] += messages;
  }
  return { volume: { total, byDay }, intents: { total: analysed, byIntent, byDay: intentsByDay } };
}
