import { analyseQuestion } from "./analyse-question";
import type { KnowledgeIndex } from "./build-index";
import { type Composed, composeAnswer } from "./compose-answer";

const CLAUSE_END =
  /[?!.;]+(?:\s+|$)|,\s+|\s+-\s+|\s+(?:и|а)\s+(?=(?:сколько|какой|какая|какие|есть|можно|где|когда|нужн|до|как|во)(?!\p{L}))/u;
const ASKING =
  /(?<!\p{L})(?:ли|можно|нельзя|сколько|как|какой|какая|какое|какие|каков|где|когда|есть|нужн\S*|надо|почем|до скольки|во сколько|можете|кто|что|чем|куда|через)(?!\p{L})/u;
// The story may well hold the subject: «едем в Черногорию, сколько доплатить».
const SUBJECT_SHARE = 0.6;
const MOST_UNITS = 3;
const SURE = 0.5;
// A clause alone lost the rest of the message: its certainty is worth a little less.
const CLAUSE_SHARE = 0.95;

/** The clauses of a message that ask something, when it has more clauses than one; the rest only tells the story. */
function askingClauses(text: string): string[] {
  const clauses = text.split(CLAUSE_END).map((clause) => clause.trim());
  const full = clauses.filter((clause) => (clause.match(/\p{L}{3,}/gu) ?? []).length >= 2);
  return full.length < 2 ? [] : full.filter((clause) => ASKING.test(clause));
}

/** Composes an answer for the whole message and for each clause that asks, and keeps what is surest. */
export async function composeParts(index: KnowledgeIndex, text: string, language: string): Promise<Composed> {
  const whole = composeAnswer(index, await analyseQuestion(index, text), language);
  const parts: Composed[] = [];
  for (const clause of askingClauses(text))
    parts.push(composeAnswer(index, await analyseQuestion(index, clause), language));
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  if (parts.length === 0 || weight < whole.weight * SUBJECT_SHARE) return whole;
  const least = Math.min(...parts.map(({ confidence }) => confidence)) * CLAUSE_SHARE;
  const firsts = parts.flatMap(({ units }) => units.slice(0, 1));
  const inOrder =
    least > whole.confidence
      ? [...firsts, ...parts.flatMap(({ units }) => units)]
      : [...whole.units.slice(0, 1), ...(least >= SURE ? firsts : []), ...whole.units];
  const units = inOrder.filter((ranked, at) => inOrder.findIndex(({ unit }) => unit === ranked.unit) === at);
  return {
    units: units.slice(0, MOST_UNITS),
    confidence: Math.max(whole.confidence, least),
    weight: whole.weight,
  };
}
