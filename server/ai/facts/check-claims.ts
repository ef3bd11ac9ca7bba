import type { Claim } from "@/server/ai/facts/extract-claims";
import type { Evidence, EvidenceClause } from "@/server/ai/facts/read-evidence";

import { sameValue } from "@/server/ai/facts/same-number";
import { sameWord } from "@/server/ai/facts/same-word";

/** Says which denials, permissions, “free”, “only” and “always” the sentence adds to its quotes or leaves out of them. */
export function checkClaims(sentence: Evidence, quotes: Evidence[]): string[] {
  const problems: string[] = [];
  const source = quotes.flatMap((quote) => quote.clauses);
  const has = (clauses: EvidenceClause[], claim: Claim) => clauses.some((clause) => clause.claims.has(claim));
  for (const claim of ["free", "only", "always"] as const) {
    if (has(sentence.clauses, claim) && !has(source, claim))
      problems.push(`“${claim}” does not stand in the quotes`);
  }
  if (has(sentence.clauses, "free") && has(source, "free") && !fits(sentence, source, "free"))
    problems.push("“free” belongs to something else in the quote");
  const priced = quotes.some((quote) => quote.numbers.some((fact) => fact.currency && fact.value > 0));
  if (has(sentence.clauses, "paid") && !has(source, "paid") && !priced)
    problems.push("that it costs something does not stand in the quotes");
  problems.push(...checkPolarity(sentence, source));
  return problems;
}

function checkPolarity(sentence: Evidence, source: EvidenceClause[]): string[] {
  const denies = sentence.clauses.some(
    (clause) => clause.polarity === "negated" || clause.polarity === "twice",
  );
  const denied = source.some((clause) => clause.polarity !== "plain");
  if (denies && !denied) return ["the sentence denies what the quotes do not deny"];
  if (!denies && !denied) return [];
  return sentence.clauses.flatMap((clause) => {
    const best = bestMatches(clause, source);
    const wanted = clause.polarity === "mixed" ? "plain" : clause.polarity;
    if (best.length === 0) {
      // Nothing tells which clause is meant: all must agree, or the sentence as a whole must deny too.
      return wanted === "plain" && !denies
        ? ["the quotes hold a “not”, “without” or “except” that the sentence leaves out"]
        : [];
    }
    // A denial taken over from a neighbouring clause does not stand for one that the source spells out.
    const inherited = wanted === "negated" && !clause.claims.has("negated");
    if (best.some((one) => one.polarity === wanted && !(inherited && one.claims.has("negated")))) return [];
    // One clause may join two of the source: “… is valid 30 days and cannot be frozen”.
    const rest = clause.words.filter(
      (word) => !best.some((one) => one.words.some((other) => sameWord(word, other))),
    );
    const joined = source.some(
      (one) =>
        one.claims.has("negated") && rest.some((word) => one.words.some((other) => sameWord(word, other))),
    );
    if (wanted === "negated" && joined) return [];
    return [
      wanted === "plain"
        ? "the quotes deny or limit what the sentence states"
        : "the sentence denies what the quotes do not deny",
    ];
  });
}

function fits(sentence: Evidence, source: EvidenceClause[], claim: Claim): boolean {
  return sentence.clauses
    .filter((clause) => clause.claims.has(claim))
    .every((clause) => {
      const best = bestMatches(clause, source);
      return best.length === 0 || best.some((one) => one.claims.has(claim));
    });
}

/** The source clauses that share most names, words and numbers with a clause; none when nothing is shared. */
function bestMatches(clause: EvidenceClause, source: EvidenceClause[]): EvidenceClause[] {
  const scores = source.map(
    (one) =>
      clause.words.filter((word) => one.words.some((other) => sameWord(word, other))).length +
      2 * clause.numbers.filter((fact) => one.numbers.some((other) => sameValue(fact, other))).length,
  );
  const top = Math.max(0, ...scores);
  return top === 0 ? [] : source.filter((_, index) => scores[index] === top);
}
