import { hubConditions } from "@/server/domain/messages/hub/hub-conditions";
import { readHubCursor, writeHubCursor } from "@/server/domain/messages/hub/hub-cursor";
import { hubMessageViews } from "@/server/domain/messages/hub/hub-message-views";
import type { HubFilter, HubPage, HubResults } from "@/server/domain/messages/hub/schema";
import { pool } from "@/server/lib/db";

/** Totals are counted up to here. */
const mostCounted = 10_000;

/** A page of the workspace's messages that a filter lets through, newest first, and how many there are. */
export async function searchHub(
  actor: { workspaceId: number },
  filter: HubFilter,
  page: HubPage,
): Promise<HubResults> {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const conditions = hubConditions(filter, actor.workspaceId, put);
  if (filter.q) conditions.push(`m.text ilike ${put(`%${filter.q.replace(/[\\%_]/g, "\\$&")}%`)}`);
  const counted = await pool().query<{ total: number }>(
    `select count(*)::int as total from (
       select 1 from hub_messages m where ${conditions.join(" and ")} limit ${mostCounted + 1}) s`,
    [...values],
  );
  if (page.cursor) {
    const { sentAt, id } = readHubCursor(page.cursor);
    conditions.push(`(m.sent_at, m.id) < (${put(sentAt)}::timestamptz, ${put(id)}::int)`);
  }
  const found = await pool().query<{ id: number; sent_at: Date }>(
    `select m.id, m.sent_at from hub_messages m where ${conditions.join(" and ")}
     order by m.sent_at desc, m.id desc limit ${put(page.limit + 1)} offset ${put(page.cursor ? 0 : (page.offset ?? 0))}`,
    values,
  );
  const rows = found.rows.slice(0, page.limit);
  const last = rows.at(-1);
  const total = counted.rows[0]?.total ?? 0;
  return {
    messages: await hubMessageViews(
      actor.workspaceId,
      rows.map(({ id }) => id),
    ),
    total: Math.min(total, mostCounted),
    totalIsLowerBound: total > mostCounted,
    nextCursor:
      last && found.rows.length > page.limit
        ? writeHubCursor({ sentAt: last.sent_at.toISOString(), id: last.id })
        : null,
  };
}
