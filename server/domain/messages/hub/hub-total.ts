import { hubConditions } from "@/server/domain/messages/hub/hub-conditions";
import type { HubQuestion } from "@/server/domain/messages/hub/walk-hub";
import { pool } from "@/server/lib/db";

type Total = { total: number; totalIsLowerBound: boolean };

/** Totals are counted up to here. */
const mostCounted = 10_000;
const keptMs = 60_000;
const mostKept = 500;

/** So many pages of the table, taken at random, tell what is far too much to be counted. */
const sampledPages = 300;
/** In a smaller table counting is as quick. */
const leastPages = 10_000;
/** A share that rests on fewer hits is chance, and one that promises less than twice what is counted may be less. */
const leastHits = 60;
const sizeKeptMs = 600_000;

const kept = new Map<string, { total: Total; until: number }>();
let size = { pages: 0, until: 0 };

/**
 * How many messages a question finds, exactly up to 10,000. Who turns pages (`again`) is told what was counted for an
 * earlier page of the last minute, so that the figure does not change under their hands.
 */
export async function hubTotal(question: HubQuestion, again: boolean): Promise<Total> {
  const key = JSON.stringify(question);
  const known = kept.get(key);
  if (again && known && known.until > Date.now()) return known.total;
  const total = (await isFarMore(question)) ? tooMany : await count(question);
  kept.delete(key);
  kept.set(key, { total, until: Date.now() + keptMs });
  // Maps keep insertion order, so the first key is the oldest.
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return total;
}

const tooMany: Total = { total: mostCounted, totalIsLowerBound: true };

async function count(question: HubQuestion): Promise<Total> {
  const { sql, values } = totalStatement(question);
  const { rows } = await pool().query<{ total: number }>(sql, values);
  const counted = rows[0]?.total ?? 0;
  return counted > mostCounted ? tooMany : { total: counted, totalIsLowerBound: false };
}

/** The statement that counts; it ends at the first that is too many. */
function totalStatement(question: HubQuestion): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const { base, drive, further } = hubConditions(question, (value) => `$${values.push(value)}`);
  const conditions = [...base, ...drive, ...further].join(" and ");
  return {
    sql: `select count(*)::int as total from (
      select from hub_messages m where ${conditions} limit ${mostCounted + 1}) s`,
    values,
  };
}

/** Whether a sample leaves no doubt that there are more than are counted. */
async function isFarMore(question: HubQuestion): Promise<boolean> {
  if (size.until < Date.now()) {
    const { rows } = await pool().query<{ pages: number }>(
      "select relpages as pages from pg_class where oid = 'hub_messages'::regclass",
    );
    size = { pages: rows[0]?.pages ?? 0, until: Date.now() + sizeKeptMs };
  }
  if (size.pages < leastPages) return false;
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { base, drive, further } = hubConditions(question, put);
  const { rows } = await pool().query<{ hits: number }>(
    `select count(*)::int as hits from hub_messages m tablesample system (${put((sampledPages / size.pages) * 100)})
     where ${[...base, ...drive, ...further].join(" and ")}`,
    values,
  );
  const hits = rows[0]?.hits ?? 0;
  return hits >= leastHits && (hits * size.pages) / sampledPages >= 2 * mostCounted;
}
