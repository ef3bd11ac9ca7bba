/** Numbers from 0 to 1 that follow from the seed (mulberry32), so that a failing run can be played again. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const deep = JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`) as unknown;
const strange: unknown[] = [
  null,
  true,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud83d",
  "😀".repeat(4000),
  "‮gnp.exe",
  "*bold* <b>x</b> [a](b) `c`",
  "/start",
  "/close@",
  "/addmanager 1 x",
  "__proto__",
  "'; drop table messages; --",
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  [],
  {},
  [null],
  deep,
  { id: "x", type: "private" },
];

type Tree = Record<string, unknown> | unknown[];

function places(tree: unknown, found: [Tree, string | number][] = []): [Tree, string | number][] {
  if (typeof tree !== "object" || tree === null) return found;
  for (const key of Object.keys(tree)) {
    found.push([tree as Tree, Array.isArray(tree) ? Number(key) : key]);
    places((tree as Record<string, unknown>)[key], found);
  }
  return found;
}

/** A copy of the update in which one to four things are wrong: missing, of another type, doubled, hostile. */
export function mutateUpdate(update: object, random: () => number): Record<string, unknown> {
  const copy = structuredClone(update) as Record<string, unknown>;
  const pick = <T>(from: T[]): T | undefined => from[Math.floor(random() * from.length)];
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time += 1) {
    const place = pick(places(copy));
    if (!place) break;
    const [tree, key] = place;
    const holder = tree as Record<string | number, unknown>;
    const kind = random();
    if (kind < 0.25) delete holder[key];
    else if (kind < 0.75) holder[key] = structuredClone(pick(strange));
    else if (kind < 0.85) holder[`unknown_${Math.floor(random() * 9)}`] = structuredClone(pick(strange));
    else if (kind < 0.95) holder[key] = structuredClone(pick(places(copy))?.[0]);
    else holder[key] = [holder[key], structuredClone(holder[key])];
  }
  // As it would come over HTTP.
  return JSON.parse(JSON.stringify(copy)) as Record<string, unknown>;
}
