import { checkClaims } from "@/server/ai/facts/check-claims";
import { checkNumbers } from "@/server/ai/facts/check-numbers";
import { extractNames } from "@/server/ai/facts/extract-names";
import { findQuote } from "@/server/ai/facts/find-quote";
import { type Evidence, readEvidence } from "@/server/ai/facts/read-evidence";
import { sameName } from "@/server/ai/facts/same-name";
import { sameWord } from "@/server/ai/facts/same-word";
import { splitTokens } from "@/server/ai/facts/split-tokens";
import type { GroundingPassage } from "@/server/ai/grounding-prompt";
import type { ProposedSentence } from "@/server/ai/read-grounded-reply";

export type VerifiedSentence = { text: string; citations: { passageId: number; quote: string }[] };

export type Verification = { ok: true; sentence: VerifiedSentence } | { ok: false; problems: string[] };

/**
 * Proves a sentence by its quotes: each must stand word for word in its passage, and every number, unit, currency, date, name,
 * denial and permission of the sentence must stand in them, in whichever of the languages. Problems are for the model to repair.
 * What it cannot settle it refuses; it does not prove a claim that has none of these, beyond sharing words with its quote.
 */
export function verifySentence(
  proposed: ProposedSentence,
  passages: GroundingPassage[],
  companyName: string,
): Verification {
  if (proposed.quotes.length === 0) return { ok: false, problems: ["it has no quote"] };
  const problems: string[] = [];
  const quotes: Evidence[] = [];
  const headings: string[] = [companyName];
  const citations: VerifiedSentence["citations"] = [];
  for (const { passage: id, quote } of proposed.quotes) {
    const passage = passages.find((one) => one.id === id);
    const found = passage ? findQuote(passage.text, quote) : null;
    if (!passage || !found) {
      problems.push(
        passage
          ? `the quote “${quote}” does not stand in passage ${id} word for word`
          : `there is no passage ${id}`,
      );
      continue;
    }
    const words = splitTokens(found.quote).filter((token) => token.kind !== "sign");
    if (words.length < 2 && !words.some((token) => /\d/.test(token.text)))
      problems.push(`the quote “${quote}” is too short`);
    headings.push(passage.sourceTitle, ...passage.heading);
    if (!citations.some((one) => one.passageId === id && one.quote === found.quote)) {
      citations.push({ passageId: id, quote: found.quote });
      quotes.push(withinQuote(readEvidence(found.clause), found.start, found.end));
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  // A leading yes or no repeats the question; what follows it is what is claimed.
  const text = proposed.text.replace(/^(yes|no|да|нет)[,.!:–—\s-]+(?=\S{2,}\s+\S)/iu, "");
  const sentence = readEvidence(text);
  problems.push(...checkNumbers(sentence, quotes), ...checkClaims(sentence, quotes));
  problems.push(
    ...checkCalendar(sentence, quotes),
    ...checkNames(sentence, quotes, headings, passages),
    ...checkWords(sentence, quotes, headings),
  );
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, sentence: { text: proposed.text, citations } };
}

/** Keeps what stands in the quote itself; a clause it was cut from counts whole for its denials. */
function withinQuote(evidence: Evidence, start: number, end: number): Evidence {
  const inside = (one: { start: number; end: number }) => one.start >= start && one.start < end;
  const clauses = evidence.clauses.filter((clause) => clause.start < end && clause.end > start);
  return {
    ...evidence,
    clauses,
    numbers: evidence.numbers.filter(inside),
    calendar: evidence.calendar.filter((one) => one.start < end && one.end > start),
    tokens: evidence.tokens.filter(inside),
  };
}

function checkCalendar(sentence: Evidence, quotes: Evidence[]): string[] {
  const known = new Set(quotes.flatMap((quote) => quote.calendar.map((fact) => fact.tag)));
  const missing = sentence.calendar.filter((fact) => !known.has(fact.tag));
  return [
    ...new Set(
      missing.map((fact) => `“${sentence.text.slice(fact.start, fact.end)}” does not stand in the quotes`),
    ),
  ];
}

function checkNames(
  sentence: Evidence,
  quotes: Evidence[],
  headings: string[],
  passages: GroundingPassage[],
): string[] {
  const source = [...quotes.flatMap((quote) => quote.tokens), ...headings.flatMap(splitTokens)];
  const contacts = sentence.tokens.filter((token) => token.kind === "contact");
  const plain = (text: string) => text.toLowerCase().replace(/[\s()–-]/g, "");
  const lost = contacts.filter((contact) => !source.some((token) => plain(token.raw) === plain(contact.raw)));
  const inPassages = new Set(
    passages.flatMap((passage) => passage.text.match(/(?<=[\p{L}\d,] ["«„(]?)\p{Lu}[\p{L}]+/gu) ?? []),
  );
  const isKnownName = (word: string) => [...inPassages].some((name) => sameName(name, word));
  const names = extractNames(sentence.tokens, isKnownName).filter(
    (name) => !source.some((token) => sameName(token.text, name.text)),
  );
  return [...lost, ...names].map((token) => `“${token.raw}” does not stand in the quotes`);
}

/** Within one alphabet, a sentence that shares hardly a word with its quote says something else. */
function checkWords(sentence: Evidence, quotes: Evidence[], headings: string[]): string[] {
  const words = sentence.clauses.flatMap((clause) => clause.words);
  const source = [
    ...quotes.flatMap((quote) => quote.tokens.map((token) => token.text)),
    ...headings.flatMap((one) => splitTokens(one).map((token) => token.text)),
  ];
  const cyrillic = (list: string[]) => list.filter((word) => /[а-я]/.test(word)).length * 2 > list.length;
  if (words.length < 3 || cyrillic(words) !== cyrillic(source)) return [];
  const hits =
    words.filter((word) => source.some((other) => sameWord(word, other))).length + sentence.numbers.length;
  return hits / words.length >= 0.3 ? [] : ["its words do not stand in the quotes"];
}
