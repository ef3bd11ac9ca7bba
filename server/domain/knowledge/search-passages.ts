import { analyseQuestion, spellOut } from "./analyse-question";
import type { KnowledgeIndex } from "./build-index";
import { detectLanguage } from "./detect-language";
import type { QueryTerm } from "./match-words";
import { rankUnits, weighTerm } from "./rank-units";
import type { Passage } from "./types";

/** `normalised` is the score divided by the most the question could reach: 0–1, comparable between questions. */
export type FoundPassage = { passage: Passage; score: number; normalised: number };

const K1 = 1.2;
const B = 0.6;
const BEST_UNIT_SHARE = 0.35;

const idf = (total: number, holders: number) => Math.log(1 + (total - holders + 0.5) / (holders + 0.5));

/** The best BM25 reach of one question word in one passage. */
function bm25(index: KnowledgeIndex, term: QueryTerm, at: number): number {
  const { counts, length } = index.passageTerms[at] ?? { counts: new Map<string, number>(), length: 0 };
  let best = 0;
  for (const [key, strength] of term.keys) {
    const count = counts.get(key);
    if (!count) continue;
    const damped = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / index.averagePassageLength));
    const sure = strength >= 0.9 ? strength : strength * 0.8;
    best = Math.max(best, sure * damped * idf(index.passages.length, index.passageFrequency.get(key) ?? 0));
  }
  return best;
}

/** Finds the passages nearest to a question, best first: BM25 over lexemes, with the best sentence's fit fused in. */
export async function searchPassages(
  index: KnowledgeIndex,
  question: string,
  limit: number,
): Promise<FoundPassage[]> {
  const analysed = await analyseQuestion(index, spellOut(question, detectLanguage(question).typed));
  const weights = analysed.terms.map((term) => weighTerm(index, term));
  const unitScores = new Map<number, number>();
  for (const { unit, score } of rankUnits(index, analysed, weights))
    unitScores.set(unit.passage.id, Math.max(unitScores.get(unit.passage.id) ?? 0, score));
  const most = analysed.terms.reduce((sum, term) => {
    const known = [...term.keys].reduce((best, [key, strength]) => {
      const holders = index.passageFrequency.get(key);
      return holders ? Math.max(best, strength * idf(index.passages.length, holders)) : best;
    }, 0);
    return sum + (known > 0 ? Math.max(known, 0.3) : term.importance * idf(index.passages.length, 0));
  }, 0);
  return index.passages
    .map((passage, at) => {
      const words = analysed.terms.reduce((sum, term) => sum + bm25(index, term, at), 0);
      const score = words + BEST_UNIT_SHARE * (unitScores.get(passage.id) ?? 0);
      return { passage, score, normalised: most > 0 ? Math.min(score / (most * 1.6), 1) : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, limit);
}
