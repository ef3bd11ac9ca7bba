import { periodOf } from "@/server/domain/analytics/period-of";
import { type AnalyticsActor, requireAnalytics } from "@/server/domain/analytics/require-analytics";
import type { AnalyticsInput, UnansweredQuestion, UnansweredView } from "@/server/domain/analytics/schema";
import { db } from "@/server/lib/db";

const shown = 200;

type Row = {
  id: number;
  question: string;
  reason: string;
  language: string;
  state: UnansweredQuestion["state"];
  at: Date;
};

/**
 * What customers asked and the assistant left to people, newest first: the words before it offered or called a person.
 * Those who asked for a person of themselves are not among them. Throws `forbidden`.
 */
export async function unansweredQuestions(
  actor: AnalyticsActor,
  input: AnalyticsInput,
): Promise<UnansweredView> {
  requireAnalytics(actor);
  const { workspaceId } = actor;
  const { since, until, days } = await periodOf(workspaceId, input);
  const [byReason, rows] = await Promise.all([
    db.$queryRaw<{ reason: string; count: number }[]>`
      select c.handoff_reason as reason, count(*)::int as count
      from conversations c join contacts p on p.id = c.contact_id and not p.exclude_from_analytics
      where c.workspace_id = ${workspaceId} and c.opened_at >= ${since} and c.opened_at < ${until}
        and c.handoff_reason <> 'requested'
      group by 1 order by 2 desc, 1`,
    db.$queryRaw<Row[]>`
      select c.id, asked.text as question, c.handoff_reason as reason, c.language, c.state::text as state, asked.at
      from conversations c join contacts p on p.id = c.contact_id and not p.exclude_from_analytics
      cross join lateral (
        select text, created_at as at from messages m
        where m.conversation_id = c.id and m.author = 'customer' and m.text <> '' and m.deleted_at is null
          and m.created_at <= coalesce(c.handed_over_at, m.created_at)
        order by length(m.text) > 12 desc, m.seq desc limit 1) asked
      where c.workspace_id = ${workspaceId} and c.opened_at >= ${since} and c.opened_at < ${until}
        and c.handoff_reason <> 'requested'
      order by c.id desc limit ${shown}`,
  ]);
  return {
    from: days[0] ?? "",
    to: days.at(-1) ?? "",
    byReason,
    questions: rows.map(({ id, at, ...row }) => ({ conversationId: id, ...row, at: at.toISOString() })),
  };
}
