import type { AnalysedQuestion } from "./analyse-question";
import type { KnowledgeIndex, Unit } from "./build-index";
import { isSpecialCase } from "./is-special-case";
import { type RankedUnit, rankUnits, rarity, weighTerm } from "./rank-units";

/** Units to quote, how sure the answer is in them (0–1), and what the question's words weigh together. */
export type Composed = { units: RankedUnit[]; confidence: number; weight: number };

/** The confidence from which an answer is given; below it a manager is offered. */
export const SURE_ENOUGH = 0.54;

const MOST_UNITS = 3;
const LEAST_SHARE = 0.4;
const GAIN_WORTH_A_UNIT = 0.22;
const CLOSE_SECOND = 0.8;
const CLOSE_IN_SECTION = 0.6;
const RULE_SHARE = 0.3;
const WELL_MET = 0.9;
const BARELY_MET = 0.2;
const SUBJECT_WEIGHT = 0.3;
// Two rare words met tell more than one: measured on the fixtures, as is the scale that puts the threshold at 0.5.
const EVIDENCE_BONUS = 0.1;
const MOST_EVIDENCE = 1.6;
const FULL_CONFIDENCE = 1.1;
// A question of circumstances alone («а завтра?») must not look fully met.
const LEAST_WEIGHT = 2.5;

/**
 * Picks the fewest units that meet the question: the best, then those that meet what it leaves open or rival it;
 * only such as `fits` lets pass.
 */
export function composeAnswer(
  index: KnowledgeIndex,
  question: AnalysedQuestion,
  language: string,
  fits: (unit: Unit) => boolean = () => true,
): Composed {
  const weights = question.terms.map((term) => weighTerm(index, term));
  const whole = Math.max(
    weights.reduce((sum, weight) => sum + weight, 0),
    LEAST_WEIGHT,
  );
  const ranked = rankUnits(index, question, weights).filter(
    ({ unit }) => unit.passage.language === language && fits(unit),
  );
  const best = ranked[0];
  if (!best || whole === 0) return { units: [], confidence: 0, weight: 0 };
  const chosen = [best];
  const met = [...best.met];
  const gain = (rival: RankedUnit) =>
    rival.met.reduce((sum, value, at) => sum + (weights[at] ?? 0) * Math.max(0, value - (met[at] ?? 0)), 0) /
    whole;
  const take = (rival: RankedUnit) => {
    chosen.push(rival);
    rival.met.forEach((value, at) => {
      met[at] = Math.max(met[at] ?? 0, value);
    });
  };
  const rivals = ranked.slice(1, 15).filter((rival) => rival.score >= best.score * LEAST_SHARE);
  // An exception quoted alone would pass for the rule.
  if (isSpecialCase(best.unit.quote, question.text)) {
    const rule = ranked.find(
      ({ unit, score }) =>
        unit.passage.id === best.unit.passage.id &&
        score >= best.score * RULE_SHARE &&
        !isSpecialCase(unit.quote, question.text),
    );
    if (rule) take(rule);
  }
  const adding = rivals.reduce<RankedUnit | undefined>(
    (most, rival) => (gain(rival) > (most ? gain(most) : 0) ? rival : most),
    undefined,
  );
  if (adding && gain(adding) >= GAIN_WORTH_A_UNIT) take(adding);
  const evidence = best.met.reduce((sum, value, at) => sum + (weights[at] ?? 0) * Math.min(value, 1), 0);
  const settled = evidence / whole >= WELL_MET;
  // «Залог за Гольф»: another class's deposit meets «залог» as well, but it is not what was asked about.
  const missesSubject = (rival: RankedUnit) =>
    weights.some(
      (weight, at) =>
        weight >= whole * SUBJECT_WEIGHT &&
        (best.met[at] ?? 0) >= WELL_MET &&
        (rival.met[at] ?? 0) < BARELY_MET,
    );
  for (const rival of rivals) {
    if (chosen.length === MOST_UNITS) break;
    if (missesSubject(rival)) continue;
    const near = rival.unit.passage.id === best.unit.passage.id && !settled ? CLOSE_IN_SECTION : CLOSE_SECOND;
    if (!chosen.includes(rival) && rival.score >= best.score * near) take(rival);
  }
  const amount = Math.min(evidence / rarity(index, ""), MOST_EVIDENCE);
  const confidence = Math.min(1, (evidence / whole + EVIDENCE_BONUS * amount) / FULL_CONFIDENCE);
  return { units: chosen, confidence, weight: whole };
}
