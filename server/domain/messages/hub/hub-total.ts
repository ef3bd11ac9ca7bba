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
/** A share that rests on fewer hits is chance. */
const leastHits = 60;
/** What promises less than so many times what is counted may be less: at 60 hits that is two and a half deviations. */
const margin = 1.4;
const sizeKeptMs = 600_000;

/** A count that took longer is not made anew for every look at the same page: it would only slow the others. */
const quickMs = 25;

const known = new Map<string, { total: Total; until: number; tookMs: number }>();
const underWay = new Map<string, Promise<Total>>();
let size = { pages: 0, until: 0 };

/**
 * How many messages a question finds, exactly up to 10,000. Who turns pages (`again`) is told what was counted for an
 * earlier page of the last minute, so that the figure does not change under their hands. Among very many messages nobody
 * waits for a count longer than `patience` (without one, until it is there): then it is what was counted in the last minute, or
 * null, and the count goes on for whoever asks next.
 */
export async function hubTotal(
  question: HubQuestion,
  again: boolean,
  patience: Promise<void> | null,
): Promise<Total | null> {
  const key = JSON.stringify(question);
  const kept = known.get(key);
  const recent = kept && kept.until > Date.now() ? kept.total : null;
  if (again && recent) return recent;
  const isImpatient = patience !== null && (await pagesOfTable()) >= leastPages;
  if (isImpatient && recent && kept && kept.tookMs > quickMs) return recent;
  const counting = underWay.get(key) ?? countAndKeep(question, key);
  if (!isImpatient) return counting;
  // Whoever has gone on without it does not care how it ended.
  counting.catch(() => undefined);
  return Promise.race([counting, patience.then(() => recent)]);
}

function countAndKeep(question: HubQuestion, key: string): Promise<Total> {
  const counting = (async () => {
    const startedAt = Date.now();
    try {
      const total = (await isFarMore(question)) ? tooMany : await count(question);
      known.delete(key);
      known.set(key, { total, until: Date.now() + keptMs, tookMs: Date.now() - startedAt });
      // Maps keep insertion order, so the first key is the oldest.
      for (const oldest of known.keys()) {
        if (known.size <= mostKept) break;
        known.delete(oldest);
      }
      return total;
    } finally {
      underWay.delete(key);
    }
  })();
  underWay.set(key, counting);
  return counting;
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

async function pagesOfTable(): Promise<number> {
  if (size.until < Date.now()) {
    const { rows } = await pool().query<{ pages: number }>(
      "select relpages as pages from pg_class where oid = 'hub_messages'::regclass",
    );
    size = { pages: rows[0]?.pages ?? 0, until: Date.now() + sizeKeptMs };
  }
  return size.pages;
}

/** Whether a sample leaves hardly a doubt that there are more than are counted. */
async function isFarMore(question: HubQuestion): Promise<boolean> {
  const pages = await pagesOfTable();
  if (pages < leastPages) return false;
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { base, drive, further } = hubConditions(question, put);
  const { rows } = await pool().query<{ hits: number }>(
    `select count(*)::int as hits from hub_messages m tablesample system (${put((sampledPages / pages) * 100)})
     where ${[...base, ...drive, ...further].join(" and ")}`,
    values,
  );
  const hits = rows[0]?.hits ?? 0;
  return hits >= leastHits && (hits * pages) / sampledPages >= margin * mostCounted;
}
