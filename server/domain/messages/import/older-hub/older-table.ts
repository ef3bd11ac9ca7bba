import type { Client } from "pg";

export type OlderRow = Record<string, unknown>;

/** A table of the older hub: its columns by what they mean, each under the first of its possible names that exists. */
export type OlderTable<Meaning extends string> = {
  name: string;
  has: (meaning: Meaning) => boolean;
  /** Whether this column refers to the other table's own `id`, by a declared key; null where none is declared. */
  refersToId: (meaning: Meaning) => boolean | null;
  count: () => Promise<number>;
  /** The rows after `after` in the order of `id`, at most `limit`, each with its meanings as keys; absent ones are null. */
  page: (after: number, limit: number) => Promise<(Record<Meaning, unknown> & { id: unknown })[]>;
  /** The rows whose column (or `id`) has one of these values. */
  where: (
    meaning: Meaning | "id",
    values: (string | number)[],
  ) => Promise<(Record<Meaning, unknown> & { id: unknown })[]>;
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Opens a table of the schema on the connection's search path; null when there is none. Nothing of its names is trusted
 * but what the database itself lists.
 */
export async function olderTable<Meaning extends string>(
  client: Client,
  name: string,
  meanings: Record<Meaning, string[]>,
): Promise<OlderTable<Meaning> | null> {
  const { rows: columns } = await client.query<{ column_name: string; data_type: string }>(
    "select column_name, data_type from information_schema.columns where table_schema = current_schema() and table_name = $1",
    [name],
  );
  if (columns.length === 0) return null;
  const existing = new Set(columns.map(({ column_name }) => column_name));
  const columnOf = new Map<string, string>();
  for (const [meaning, names] of Object.entries<string[]>(meanings)) {
    const found = names.find((one) => existing.has(one));
    if (found) columnOf.set(meaning, found);
  }
  const { rows: keys } = await client.query<{ from: string; to: string }>(
    `select mine.attname as from, theirs.attname as to
     from pg_constraint keys join pg_class on pg_class.oid = keys.conrelid
     join pg_attribute mine on mine.attrelid = keys.conrelid and mine.attnum = keys.conkey[1]
     join pg_attribute theirs on theirs.attrelid = keys.confrelid and theirs.attnum = keys.confkey[1]
     where keys.contype = 'f' and pg_class.relname = $1 and pg_class.relnamespace = current_schema()::regnamespace`,
    [name],
  );
  const target = new Map(keys.map(({ from, to }) => [from, to]));
  // What has no number of its own is read in the order in which it lies.
  const order = columns.some(
    ({ column_name, data_type }) => column_name === "id" && /int|numeric/.test(data_type),
  );
  const selected = [...columnOf].map(([meaning, column]) => `${quoted(column)} as ${quoted(meaning)}`);
  const numbered = `select ${order ? "id::bigint" : "row_number() over (order by ctid)"} as id${selected.map((one) => `, ${one}`).join("")} from ${quoted(name)}`;
  const absent = Object.fromEntries(Object.keys(meanings).map((meaning) => [meaning, null]));
  const complete = (rows: OlderRow[]) =>
    // Every meaning has its key, from the row or as null.
    rows.map((row) => ({ ...absent, ...row })) as (Record<Meaning, unknown> & { id: unknown })[];
  return {
    name,
    has: (meaning) => columnOf.has(meaning),
    refersToId: (meaning) => {
      const to = target.get(columnOf.get(meaning) ?? "");
      return to === undefined ? null : to === "id";
    },
    count: async () => {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${quoted(name)}`);
      return rows[0]?.n ?? 0;
    },
    page: async (after, limit) => {
      const text = `select * from (${numbered}) numbered where id > $1::bigint order by id limit $2`;
      return complete((await client.query<OlderRow>(text, [after, limit])).rows);
    },
    where: async (meaning, values) => {
      if ((meaning !== "id" && !columnOf.has(meaning)) || values.length === 0) return [];
      const text = `select * from (${numbered}) numbered where ${quoted(meaning)} = any($1)`;
      return complete((await client.query<OlderRow>(text, [values.map(String)])).rows);
    },
  };
}
