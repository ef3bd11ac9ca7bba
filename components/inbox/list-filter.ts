import type { InboxRow, InboxState } from "@/server/domain/conversations/inbox-schema";

/** What a list shows. */
export type ListFilter = { state: InboxState; search: string };

/** Position of a row in a list: who waits longest first, else who wrote last first; smaller stands higher. */
function rank(row: InboxRow, state: InboxState): number {
  return state === "waiting"
    ? Date.parse(row.waitingSince ?? row.lastMessageAt)
    : -Date.parse(row.lastMessageAt);
}

/**
 * A list after one of its conversations changed, or one of another list came into it. `isWhole`: no page follows; else
 * a row that belongs behind the last one is left to its page. A search keeps what it found and finds nothing new.
 */
export function mergeRow(rows: InboxRow[], row: InboxRow, filter: ListFilter, isWhole: boolean): InboxRow[] {
  const known = rows.find(({ id }) => id === row.id);
  if (known && known.revision > row.revision) return rows;
  if (filter.search) return known ? rows.map((other) => (other.id === row.id ? row : other)) : rows;
  const others = rows.filter(({ id }) => id !== row.id);
  if (filter.state !== "all" && filter.state !== row.state) return known ? others : rows;
  const at = others.findIndex((other) => {
    const difference = rank(row, filter.state) - rank(other, filter.state);
    if (difference !== 0) return difference < 0;
    return filter.state === "waiting" ? row.id < other.id : row.id > other.id;
  });
  if (at < 0) return isWhole || known ? [...others, row] : others;
  return others.toSpliced(at, 0, row);
}
