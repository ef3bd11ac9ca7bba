import { hubConditions } from "@/server/domain/messages/hub/hub-conditions";
import type { HubQuestion } from "@/server/domain/messages/hub/walk-hub";
import { pool } from "@/server/lib/db";

type Total = { total: number; totalIsLowerBound: boolean };

/** Totals are counted up to here. */
const mostCounted = 10_000;
const keptMs = 60_000;
const mostKept = 500;

const kept = new Map<string, { total: Total; until: number }>();

/**
 * How many messages a question finds, exactly up to 10,000. Who turns pages (`again`) is told what was counted for an
 * earlier page of the last minute, so that the figure does not change under their hands.
 */
export async function hubTotal(question: HubQuestion, again: boolean): Promise<Total> {
  const key = JSON.stringify(question);
  const known = kept.get(key);
  if (again && known && known.until > Date.now()) return known.total;
  const { sql, values } = totalStatement(question);
  const { rows } = await pool().query<{ total: number }>(sql, values);
  const counted = rows[0]?.total ?? 0;
  const total = { total: Math.min(counted, mostCounted), totalIsLowerBound: counted > mostCounted };
  kept.delete(key);
  kept.set(key, { total, until: Date.now() + keptMs });
  // Maps keep insertion order, so the first key is the oldest.
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return total;
}

/** The statement that counts; it ends at the first that is too many. */
export function totalStatement(question: HubQuestion): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const { base, drive, further } = hubConditions(question, (value) => `$${values.push(value)}`);
  const conditions = [...base, ...drive, ...further].join(" and ");
  return {
    sql: `select count(*)::int as total from (
      select from hub_messages m where ${conditions} limit ${mostCounted + 1}) s`,
    values,
  };
}
