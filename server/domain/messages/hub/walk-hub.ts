import { type HubConditions, hubConditions } from "@/server/domain/messages/hub/hub-conditions";
import type { HubCursor } from "@/server/domain/messages/hub/hub-cursor";
import type { HubFilter } from "@/server/domain/messages/hub/schema";
import { pool } from "@/server/lib/db";

/** What is asked of hub_messages: a filter, its words as a tsquery, and the ids of those whose roles it names. */
export type HubQuestion = {
  workspaceId: number;
  filter: HubFilter;
  words: string | null;
  people: number[] | null;
  /** The contacts that `filter.contactId` stands for, where they are several. */
  person?: number[];
};

type Row = { id: number; sent_at: Date };
type Walked = { scanned: number; hits: number; ids: number[]; moments: Date[] };

/** How far one walks from the newest message on: at first, and at most before all hits are fetched instead. */
type Reach = { first: number; most: number };

/** Messages in a row lie together on the disk, those of one chat or kind apart; for words alone their index is quick. */
const inRow: Reach = { first: 3000, most: 60_000 };
const apart: Reach = { first: 400, most: 8000 };
const wordsAlone: Reach = { first: 3000, most: 20_000 };

/**
 * The newest `count` messages that a question finds behind a cursor, in their order. What is common is met soon when one
 * walks from the newest on; what is rare is fetched by its own index and sorted. How common it is, the first steps tell.
 */
export async function walkHub(
  question: HubQuestion,
  after: HubCursor | null,
  count: number,
): Promise<{ id: number; sentAt: Date }[]> {
  const listing = listStatement(question, after, count);
  if (listing) return rowsFrom(listing);
  const { first, most } = reachOf(question);
  const newest = await walk(question, after, count, first);
  if (newest.hits >= count || newest.scanned < first) return rowsOf(newest);
  const steps = Math.ceil(((count / newest.hits) * 1.3 + 0.01) * first);
  if (steps <= most) {
    const further = await walk(question, after, count, steps);
    if (further.hits >= count || further.scanned < steps) return rowsOf(further);
  }
  return rowsFrom(allHits(question, after, count));
}

function reachOf(question: HubQuestion): Reach {
  const { drive, further } = hubConditions(question, () => "");
  if (drive.length > 0) return apart;
  return question.words !== null && further.length === 1 ? wordsAlone : inRow;
}

type Statement = { sql: string; values: unknown[] };

/** The statement for what indexes by date serve alone, already in order; null where more is demanded. */
function listStatement(question: HubQuestion, after: HubCursor | null, count: number): Statement | null {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { base, drive, further, spread } = hubConditions(question, put);
  if (further.length > 0 && !spread) return null;
  const conditions = [...base, ...drive, ...beyond(after, put)];
  const order = "order by m.sent_at desc, m.id desc";
  const limit = `limit ${put(count)}`;
  const newest = (where: string[]) =>
    `select m.id, m.sent_at from hub_messages m where ${where.join(" and ")} ${order} ${limit}`;
  if (!spread) return { sql: newest(conditions), values };
  // The newest of each, and of these the newest.
  const each = newest([`m.${spread.column} = few.id`, ...conditions, ...further]);
  return {
    sql: `select m.id, m.sent_at from unnest(${put(spread.ids)}::int[]) few (id), lateral (${each}) m ${order} ${limit}`,
    values,
  };
}

async function rowsFrom({ sql, values }: Statement): Promise<{ id: number; sentAt: Date }[]> {
  const { rows } = await pool().query<Row>(sql, values);
  return rows.map(({ id, sent_at }) => ({ id, sentAt: sent_at }));
}

/** The statement that fetches every hit before it sorts them; planned by what is rarest in it. */
export function allHits(question: HubQuestion, after: HubCursor | null, count: number): Statement {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { base, drive, further } = hubConditions(question, put);
  const conditions = [...base, ...drive, ...further, ...beyond(after, put)];
  return {
    sql: `with hits as materialized (select m.id, m.sent_at from hub_messages m where ${conditions.join(" and ")})
      select id, sent_at from hits order by sent_at desc, id desc limit ${put(count)}`,
    values,
  };
}

/** The statement that looks through the newest rows of the index that fits best, `steps` of them at most. */
export function walkStatement(
  question: HubQuestion,
  after: HubCursor | null,
  count: number,
  steps: number,
): Statement {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { base, drive, further }: HubConditions = hubConditions(question, put);
  const inner = [...base, ...drive, ...beyond(after, put)].join(" and ");
  const order = "order by m.sent_at desc, m.id desc";
  return {
    sql: `with walked as materialized (
        select m.id, m.sent_at, ${further.length > 0 ? further.join(" and ") : "true"} as hit
        from hub_messages m where ${inner} ${order} limit ${put(steps)}),
      found as (select m.id, m.sent_at from walked m where m.hit ${order} limit ${put(count)})
      select (select count(*) from walked)::int as scanned,
        (select count(*) from walked m where m.hit)::int as hits,
        coalesce((select array_agg(m.id ${order}) from found m), '{}') as ids,
        coalesce((select array_agg(m.sent_at ${order}) from found m), '{}') as moments`,
    values,
  };
}

async function walk(
  question: HubQuestion,
  after: HubCursor | null,
  count: number,
  steps: number,
): Promise<Walked> {
  const { sql, values } = walkStatement(question, after, count, steps);
  const { rows } = await pool().query<Walked>(sql, values);
  return rows[0] ?? { scanned: 0, hits: 0, ids: [], moments: [] };
}

function beyond(after: HubCursor | null, put: (value: unknown) => string): string[] {
  return after ? [`(m.sent_at, m.id) < (${put(after.sentAt)}::timestamptz, ${put(after.id)}::int)`] : [];
}

function rowsOf({ ids, moments }: Walked) {
  return ids.flatMap((id, at) => {
    const sentAt = moments[at];
    return sentAt ? [{ id, sentAt }] : [];
  });
}
