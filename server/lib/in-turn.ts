/** The last of those that wait, by key. */
const lines = new Map<string, Promise<unknown>>();

/** Runs `work` after all of the same key that were asked for before in this process. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(key);
  const mine = (before ?? Promise.resolve()).then(work);
  // How one ends is no concern of the next.
  const ended = mine.catch(() => undefined);
  lines.set(key, ended);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === ended) lines.delete(key);
  }
}
