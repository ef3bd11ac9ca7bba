import { requireScope } from "@/server/domain/api-keys/require-scope";
import type { IntentName, SentimentName } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";

const dayMs = 24 * 3600_000;
/** Analysed messages of the last days, without people who are left out of figures. */
const analysed = `hub_messages m
  where m.workspace_id = $1 and m.sent_at >= $2 and m.intent is not null and m.deleted_at is null
    and (m.contact_id is null or m.contact_id not in (
      select c.id from contacts c where c.workspace_id = $1 and c.exclude_from_analytics))`;

export type IntentFigures = {
  total: number;
  byIntent: Partial<Record<IntentName, number>>;
  bySentiment: Partial<Record<SentimentName, number>>;
};

/** What the messages of the last days want and how they sound. Throws `forbidden`. */
export async function intentFigures(actor: ApiKeyActor, { days }: { days: number }): Promise<IntentFigures> {
  requireScope(actor, "messages:read");
  const { rows } = await pool().query<{ intent: IntentName; sentiment: SentimentName | null; count: number }>(
    `select m.intent, m.sentiment, count(*)::int as count from ${analysed} group by 1, 2 order by 3 desc`,
    [actor.workspaceId, new Date(clock.now().getTime() - days * dayMs)],
  );
  const figures: IntentFigures = { total: 0, byIntent: {}, bySentiment: {} };
  for (const { intent, sentiment, count } of rows) {
    figures.total += count;
    figures.byIntent[intent] = (figures.byIntent[intent] ?? 0) + count;
    if (sentiment) figures.bySentiment[sentiment] = (figures.bySentiment[sentiment] ?? 0) + count;
  }
  return figures;
}

/** The same by day of the workspace's zone, today and the days before it. Throws `forbidden`. */
export async function intentsByDay(
  actor: ApiKeyActor,
  { days }: { days: number },
): Promise<{ date: string; intent: IntentName; count: number }[]> {
  requireScope(actor, "messages:read");
  const { rows } = await pool().query<{ date: string; intent: IntentName; count: number }>(
    `select to_char(m.sent_at at time zone w.time_zone, 'YYYY-MM-DD') as date, m.intent, count(*)::int as count
     from workspaces w, ${analysed} and w.id = $1
       and m.sent_at >= (date_trunc('day', $3::timestamptz at time zone w.time_zone) - ($4::int - 1) * interval '1 day')
         at time zone w.time_zone
     group by 1, 2 order by 1, 3 desc, 2`,
    // The zone's first day may begin earlier than so many times 24 hours ago, and than two days more.
    [actor.workspaceId, new Date(clock.now().getTime() - (days + 2) * dayMs), clock.now(), days],
  );
  return rows;
}
