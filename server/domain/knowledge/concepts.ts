import { CONCEPT_TABLE, FILLER_WORDS, LIGHT_WORDS, TIME_WORDS } from "./concept-table";

/** A meaning a word can stand for, and how surely words of that meaning answer one another. */
export type Concept = { name: string; strength: number };

class Patterns<Value> {
  private readonly whole = new Map<string, Value[]>();
  private readonly beginnings = new Map<string, Value[]>();

  add(pattern: string, value: Value) {
    const open = pattern.endsWith("*");
    const table = open ? this.beginnings : this.whole;
    const key = (open ? pattern.slice(0, -1) : pattern).replaceAll("ё", "е");
    const values = table.get(key) ?? [];
    table.set(key, values);
    if (!values.includes(value)) values.push(value);
  }

  match(word: string): Value[] {
    const found = [...(this.whole.get(word) ?? [])];
    for (let length = 2; length <= word.length; length++)
      for (const value of this.beginnings.get(word.slice(0, length)) ?? [])
        if (!found.includes(value)) found.push(value);
    return found;
  }
}

const split = (words: string) => words.split(/\s+/).filter(Boolean);

const concepts = new Patterns<Concept>();
const knownWords = new Set<string>();
for (const line of CONCEPT_TABLE.split("\n")) {
  const [name, strength, ...words] = split(line);
  if (!name) continue;
  const concept = { name: `§${name}`, strength: Number(strength) };
  for (const word of words) {
    concepts.add(word, concept);
    knownWords.add(word.replace("*", ""));
  }
}
const weights = new Patterns<"filler" | "light">();
for (const word of split(FILLER_WORDS)) weights.add(word, "filler");
for (const word of split(`${LIGHT_WORDS} ${TIME_WORDS}`)) weights.add(word, "light");
const times = new Patterns<true>();
for (const word of split(TIME_WORDS)) times.add(word, true);

/** The meanings of a folded word by the everyday table; empty for a word it does not hold. */
export function conceptsOf(word: string): Concept[] {
  return concepts.match(word);
}

/** Whether a folded word names a subject, only a circumstance ("light"), or nothing at all ("filler"). */
export function roleOf(word: string): "subject" | "light" | "filler" {
  const found = weights.match(word);
  if (found.includes("filler")) return "filler";
  return found.includes("light") ? "light" : "subject";
}

/** Whether a folded word only tells when, how long or how many. */
export function tellsTime(word: string): boolean {
  return times.match(word).length > 0;
}

/** Everyday word beginnings long enough to correct careless typing against. */
export const EVERYDAY_WORDS: readonly string[] = [
  ...knownWords,
  ...split(FILLER_WORDS).map((word) => word.replace("*", "")),
].filter((word) => word.length >= 4);
