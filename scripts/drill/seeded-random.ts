export interface Random {
  /** From `least` up to, but not including, `most`. */
  between: (least: number, most: number) => number;
  oneOf: <Thing>(things: readonly [Thing, ...Thing[]]) => Thing;
  /** The same things in another order. */
  shuffled: <Thing>(things: readonly Thing[]) => Thing[];
}

/** Random numbers that are the same for the same seed (mulberry32), so that a drill can be repeated. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + next() * (most - least);
  return {
    between,
    oneOf: (things) => things[Math.floor(between(0, things.length))] ?? things[0],
    shuffled: (things) =>
      things
        .map((thing) => ({ thing, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ thing }) => thing),
  };
}
