import type { NumberFact } from "@/server/ai/facts/extract-numbers";
import { readUnit } from "@/server/ai/facts/measure-words";
import type { Evidence, EvidenceClause } from "@/server/ai/facts/read-evidence";
import { sameName } from "@/server/ai/facts/same-name";
import { numberConflict, sameValue } from "@/server/ai/facts/same-number";

/** Says which numbers of the sentence do not stand in the quotes as they are stated; empty when all do. */
export function checkNumbers(sentence: Evidence, quotes: Evidence[]): string[] {
  const sources = quotes.flatMap((quote) => quote.numbers.map((fact) => ({ fact, quote })));
  return sentence.numbers.flatMap((stated) => {
    const shown = sentence.text.slice(stated.start, stated.end);
    if (stated.soft && softlySupported(stated, quotes)) return [];
    const same = sources.filter(({ fact }) => sameValue(stated, fact));
    if (same.length === 0) {
      const implied =
        stated.value === 1 &&
        stated.unit !== undefined &&
        quotes.some((quote) => mentions(quote, stated.unit));
      return implied ? [] : [`“${shown}” does not stand in the quotes`];
    }
    const conflicts = same.map(
      ({ fact, quote }) => numberConflict(stated, fact) ?? periodConflict(stated, sentence, fact, quote),
    );
    const fitting = same.filter((_, index) => conflicts[index] === null);
    if (fitting.length === 0) return [`“${shown}”: ${conflicts[0]}`];
    const belongs = fitting.some(({ fact, quote }) => belongsHere(stated, sentence, fact, quote));
    return belongs ? [] : [`“${shown}” belongs to something else in the quote`];
  });
}

/** Spelled “one” without a unit is rarely a number; with one it may stand for the bare unit (“one day”, “сутки”). */
function softlySupported(stated: NumberFact, quotes: Evidence[]): boolean {
  if (!stated.unit && !stated.currency) return true;
  return quotes.some(
    (quote) => mentions(quote, stated.unit) && !quote.numbers.some((fact) => fact.unit === stated.unit),
  );
}

function mentions(evidence: Evidence, unit: string | undefined): boolean {
  return unit !== undefined && evidence.tokens.some((token) => readUnit(token.text) === unit);
}

/** A rate that only one side names, unless the other mentions its unit elsewhere. */
function periodConflict(
  stated: NumberFact,
  sentence: Evidence,
  source: NumberFact,
  quote: Evidence,
): string | null {
  if (stated.per && !source.per && !mentionsPeriod(quote, stated.per))
    return `“per ${stated.per}” does not stand in the quotes`;
  if (source.per && !stated.per && !mentionsPeriod(sentence, source.per))
    return `the source counts it per ${source.per}`;
  return null;
}

function mentionsPeriod(evidence: Evidence, per: string): boolean {
  return (
    mentions(evidence, per) ||
    evidence.tokens.some(
      (token) =>
        per === "rental" &&
        /^(вс[яюеь]\p{L}*|whole|entire|total|once|one-time|разов\p{L}*)$/u.test(token.text),
    )
  );
}

/** False when another clause of the quote, with another number of the same kind, fits the sentence's words better. */
function belongsHere(stated: NumberFact, sentence: Evidence, source: NumberFact, quote: Evidence): boolean {
  const rivals = quote.clauses.filter((clause) =>
    clause.numbers.some((fact) => kind(fact) === kind(source) && !sameValue(stated, fact)),
  );
  const home = quote.clauses.find((clause) => clause.numbers.includes(source));
  if (!home) return true;
  const alone = sentence.numbers.filter((fact) => kind(fact) === kind(stated)).length === 1;
  const own = alone ? sentence.clauses : sentence.clauses.filter((clause) => clause.numbers.includes(stated));
  if (!sameDays(sentence, own, quote, home)) return false;
  const score = affinity(own, stated, home);
  return rivals.every((rival) => rival === home || affinity(own, stated, rival) <= score);
}

/** Hours of one weekday are not those of another. */
function sameDays(sentence: Evidence, own: EvidenceClause[], quote: Evidence, home: EvidenceClause): boolean {
  const tags = (evidence: Evidence, clauses: EvidenceClause[]) =>
    evidence.calendar
      .filter((fact) => fact.tag.startsWith("day:"))
      .filter((fact) => clauses.some((clause) => fact.start >= clause.start && fact.end <= clause.end))
      .map((fact) => fact.tag);
  const source = tags(quote, [home]);
  return source.length === 0 || tags(sentence, own).every((tag) => source.includes(tag));
}

function kind(fact: NumberFact): string {
  return fact.currency ?? fact.unit ?? "";
}

function affinity(own: EvidenceClause[], stated: NumberFact, clause: EvidenceClause): number {
  const words = own.flatMap((one) => one.words).filter((word) => readUnit(word) === null);
  const numbers = own.flatMap((one) => one.numbers).filter((fact) => kind(fact) !== kind(stated));
  const hits = words.filter((word) => clause.words.some((other) => sameName(word, other))).length;
  return hits + 3 * numbers.filter((fact) => clause.numbers.some((other) => sameValue(fact, other))).length;
}
