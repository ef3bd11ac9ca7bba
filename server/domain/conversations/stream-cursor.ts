/** How many of a customer's conversations the stream follows; older ones no longer change. */
const followed = 3;

type Position = { id: number; revision: number };

/** A place in the change logs of a customer's newest conversations, as `id.revision` pairs, newest first. */
export function cursorOf(positions: Position[]): string {
  const newest = [...positions].sort((a, b) => b.id - a.id).slice(0, followed);
  return newest.map(({ id, revision }) => `${id}.${revision}`).join("_") || "0.0";
}

/** Reads what `cursorOf` wrote; anything else counts as the very beginning. */
export function readCursor(cursor: string): Position[] {
  return cursor.split("_").flatMap((pair) => {
    const [id, revision] = pair.split(".").map(Number);
    return isColumn(id) && isColumn(revision) ? [{ id, revision }] : [];
  });
}

/** Whether the database can compare it with a 32-bit column. */
function isColumn(value: number | undefined): value is number {
  return Number.isInteger(value) && Math.abs(value ?? 0) < 2 ** 31;
}
