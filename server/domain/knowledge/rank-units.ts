import type { AnalysedQuestion } from "./analyse-question";
import type { KnowledgeIndex, Unit } from "./build-index";
import type { QueryTerm } from "./match-words";

/** A unit with its score and, per question term, how well it meets it (0–1). */
export type RankedUnit = { unit: Unit; score: number; met: number[] };

// What stands before the first heading introduces the text rather than answers.
const PREAMBLE = 0.75;

/** A handful of sentences says little of how rare a word is: they count as this many. */
const FEWEST = 60;

/** Rarity of an index key among the units, in the manner of BM25; highest for a key that none holds. */
export function rarity(index: KnowledgeIndex, key: string): number {
  const holders = index.postings.get(key)?.length ?? 0;
  const total = Math.max(index.units.length, FEWEST);
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}

/** What a term is worth when fully met: its importance times the rarity of what it stands for. */
export function weighTerm(index: KnowledgeIndex, term: QueryTerm): number {
  if (!term.known) return term.importance * rarity(index, "");
  // An amount answers “how much” whatever its words, so the form's rarity counts, not the word's.
  const shape = [...term.keys.keys()].find((key) => key.startsWith("#"));
  if (shape) return term.importance * rarity(index, shape);
  let best = 0;
  let strength = 0;
  for (const [key, sureness] of term.keys)
    if (sureness > strength) {
      strength = sureness;
      best = rarity(index, key);
    }
  return term.importance * best;
}

/** Ranks the units of one language by how much of the question's weight each meets, best first. */
export function rankUnits(
  index: KnowledgeIndex,
  question: AnalysedQuestion,
  weights: number[],
): RankedUnit[] {
  const met = new Map<number, number[]>();
  question.terms.forEach((term, at) => {
    for (const [key, strength] of term.keys)
      for (const { unit, weight } of index.postings.get(key) ?? []) {
        let row = met.get(unit);
        if (!row) {
          row = new Array<number>(question.terms.length).fill(0);
          met.set(unit, row);
        }
        row[at] = Math.max(row[at] ?? 0, strength * weight);
      }
  });
  const ranked: RankedUnit[] = [];
  const headed = index.passages.some((passage) => passage.heading.length > 0);
  for (const [number, row] of met) {
    const unit = index.units[number];
    if (!unit) continue;
    let score = row.reduce((sum, value, at) => sum + value * ((weights[at] ?? 0) + 0.25), 0);
    for (const shape of question.shapes) score *= unit.shapes.has(shape) ? 1.1 : 0.92;
    if (headed && unit.passage.heading.length === 0) score *= PREAMBLE;
    score /= 0.94 + 0.06 * Math.min(unit.length / 12, 3);
    ranked.push({ unit, score, met: row });
  }
  return ranked.sort((left, right) => right.score - left.score);
}
