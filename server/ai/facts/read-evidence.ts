import { type CalendarFact, extractCalendar } from "@/server/ai/facts/extract-calendar";
import { type Claim, extractClaims } from "@/server/ai/facts/extract-claims";
import { extractNumbers, type NumberFact } from "@/server/ai/facts/extract-numbers";
import { type Clause, splitClauses } from "@/server/ai/facts/split-clauses";
import { splitTokens, type Token } from "@/server/ai/facts/split-tokens";

type Polarity = "plain" | "negated" | "twice" | "mixed";
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
  /^(the|and|for|are|you|our|your|with|from|that|this|have|has|will|can|may|not|was|its|all|any|per|при|для|это|как|что|или|его|она|они|мы|вы|наш\p{L}*|ваш\p{L}*|если|также|есть|был\p{L}*|будет|можно|нужно|нельзя|чтобы|который|которая|которые|стоит|составляет|costs?|class(?:es)?|класс\p{L}*|must|should|need|needs|also|there|which|when)$/u;

/** Reads all that a text states: tokens, numbers, calendar words and its clauses with their claims. */
export function readEvidence(text: string): Evidence {
  const tokens = splitTokens(text);
  const numbers = extractNumbers(tokens);
  const clauses = joinRemarks(splitClauses(text)).map((clause): EvidenceClause => {
    const claims = extractClaims(clause.text);
    const inside = tokens.filter((token) => token.start >= clause.start && token.end <= clause.end);
    return {
      ...clause,
      claims,
      polarity: claims.has("twice_negated") ? "twice" : claims.has("negated") ? "negated" : "plain",
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

/** “…, this is free” is a remark on the clause before it, not one of its own. */
function joinRemarks(clauses: Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const remark =
      /^,\s(это|они|он|она|оно|it|this|that|they)(?=[^\p{L}])/iu.test(clause.text) && !/\d/.test(clause.text);
    if (!last || !remark) joined.push(clause);
    else joined[joined.length - 1] = { text: last.text + clause.text, start: last.start, end: clause.end };
  }
  return joined;
}

function isContent(token: Token): boolean {
  if (token.kind === "code") return true;
  if (token.kind !== "word" || token.text.length < 3 || EMPTY_WORDS.test(token.text)) return false;
  // “Allowed” or “forbidden” says nothing of what a clause is about.
  const claims = extractClaims(token.text);
  return !claims.has("negated") && !claims.has("allowed");
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
