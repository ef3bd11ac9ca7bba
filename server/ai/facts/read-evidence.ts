import { type CalendarFact, extractCalendar } from "@/server/ai/facts/extract-calendar";
import { type Claim, extractClaims } from "@/server/ai/facts/extract-claims";
import { extractNumbers, type NumberFact } from "@/server/ai/facts/extract-numbers";
import { type Clause, splitClauses } from "@/server/ai/facts/split-clauses";
import { splitTokens, type Token } from "@/server/ai/facts/split-tokens";

export type Polarity = "plain" | "negated" | "mixed";
export type EvidenceClause = Clause & {
  claims: Set<Claim>;
  polarity: Polarity;
  words: string[];
  numbers: NumberFact[];
};

export type Evidence = {
  text: string;
  tokens: Token[];
  numbers: NumberFact[];
  calendar: CalendarFact[];
  clauses: EvidenceClause[];
};

const EMPTY_WORDS =
  /^(the|and|for|are|you|our|your|with|from|that|this|have|has|will|can|may|not|was|its|all|any|per|при|для|это|как|что|или|его|она|они|мы|вы|наш\p{L}*|ваш\p{L}*|если|также|есть|был\p{L}*|будет|можно|нужно|нельзя|чтобы|который|которая|которые|стоит|составляет|costs?|must|should|need|needs|also|there|which|when)$/u;

/** Reads all that a text states: tokens, numbers, calendar words and its clauses with their claims. */
export function readEvidence(text: string): Evidence {
  const tokens = splitTokens(text);
  const numbers = extractNumbers(tokens);
  const clauses = splitClauses(text).map((clause): EvidenceClause => {
    const claims = extractClaims(clause.text);
    const inside = tokens.filter((token) => token.start >= clause.start && token.end <= clause.end);
    return {
      ...clause,
      claims,
      polarity: claims.has("negated") ? "negated" : "plain",
      words: inside.filter((token) => token.kind !== "sign" && isContent(token)).map((token) => token.text),
      numbers: numbers.filter((fact) => fact.start >= clause.start && fact.start < clause.end),
    };
  });
  return {
    text,
    tokens,
    numbers,
    calendar: extractCalendar(text, tokens),
    clauses: inheritPolarity(clauses),
  };
}

function isContent(token: Token): boolean {
  return (
    (token.kind === "word" && token.text.length > 2 && !EMPTY_WORDS.test(token.text)) || token.kind === "code"
  );
}

/** A short item of a list (“Albania, Kosovo — no”) shares the polarity of its neighbour; between two that differ it is mixed. */
function inheritPolarity(clauses: EvidenceClause[]): EvidenceClause[] {
  const marked = (clause: EvidenceClause) => clause.claims.has("negated") || clause.claims.has("allowed");
  return clauses.map((clause, index) => {
    const listItem =
      !marked(clause) && clause.numbers.length === 0 && clause.words.length > 0 && clause.words.length <= 4;
    if (!listItem) return clause;
    const left = clauses.slice(0, index).findLast(marked);
    const right = clauses.slice(index + 1).find(marked);
    if (!left && !right) return clause;
    const polarity =
      left && right && left.polarity !== right.polarity ? "mixed" : ((left ?? right)?.polarity ?? "plain");
    return { ...clause, polarity };
  });
}
