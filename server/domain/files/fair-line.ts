export type FairLine = {
  /** Does the work when it is the owner's turn; null when too much of the owner's waits already. */
  run<Result>(owner: string, work: () => Promise<Result>): Promise<Result> | null;
};

/** Work of many owners, one piece at a time; owners take turns, and at most `mostWaiting` pieces of each wait. */
export function fairLine(mostWaiting: number): FairLine {
  // A map keeps its order: the first owner is the next, and goes to the end after a turn.
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let busy = false;
  let lastOwner = "";

  function next(): void {
    // Whoever came while the last one's work went on comes before the last one's next.
    const turn = [...waiting].find(([owner]) => owner !== lastOwner) ?? [...waiting][0];
    if (busy || !turn) return;
    const [owner, [work, ...rest]] = turn;
    lastOwner = owner;
    waiting.delete(owner);
    if (rest.length > 0) waiting.set(owner, rest);
    if (!work) return;
    busy = true;
    void work().finally(() => {
      busy = false;
      next();
    });
  }

  return {
    run(owner, work) {
      const own = waiting.get(owner) ?? [];
      if (own.length >= mostWaiting) return null;
      return new Promise((resolve, reject) => {
        waiting.set(owner, [...own, () => work().then(resolve, reject)]);
        next();
      });
    },
  };
}
