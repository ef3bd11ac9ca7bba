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
    return Number.isSafeInteger(id) && Number.isSafeInteger(revision)
      ? [{ id: id ?? 0, revision: revision ?? 0 }]
      : [];
  });
}
