import { askedShapes } from "./answer-shapes";
import type { KnowledgeIndex } from "./build-index";
import { roleOf } from "./concepts";
import type { DetectedLanguage } from "./detect-language";
import { fixLayout } from "./fix-layout";
import { foldText } from "./fold-text";
import { matchWord, type QueryTerm } from "./match-words";
import { PHRASES } from "./phrase-table";
import { tokenise } from "./tokenise";
import { toCyrillic } from "./transliterate";

const GREETING = /добр(?:ый|ое|ого|ой) (?:день|дня|вечера?|утр[оа]|ночи)|доброго времени суток/g;

const ASKING =
  /^(?:сколько|скольк|какой|какая|какое|какие|какого|какую|каких|каком|какой|каким|какому|скольких|ли|продаете|сдаете|делаете|есть|нужен|нужна|нужно|бывает)$/;
const PLACING = /^(?:в|во|из|до|для|про)$/;
const TELLING = 0.4;
const IMPLIED = 0.5;
const KNOWN_FOCUS = 1.3;
const MISSING_FOCUS = 1.8;

export type AnalysedQuestion = { text: string; terms: QueryTerm[]; shapes: string[] };

/** Spells a message as it was meant: Russian in Latin letters or in a wrong layout becomes Cyrillic; folded. */
export function spellOut(text: string, typed: DetectedLanguage["typed"]): string {
  if (typed === "layout") return foldText(fixLayout(text.toLowerCase()));
  const folded = foldText(text);
  return typed === "translit" ? folded.replace(/[a-z']+/g, toCyrillic) : folded;
}

/** The words a question is about: what follows «сколько», «какой», «есть ли», or a preposition of place. */
function focusOf(words: string[]): Set<string> {
  const focus = new Set<string>();
  words.forEach((word, at) => {
    const next = words.slice(at + 1, at + 4).find((candidate) => roleOf(candidate) === "subject");
    if (next && (ASKING.test(word) || (PLACING.test(word) && words[at + 1] === next))) focus.add(next);
  });
  return focus;
}

/** Turns a spelt-out question into terms that can meet the index, and the shapes its answer should have. */
export async function analyseQuestion(index: KnowledgeIndex, text: string): Promise<AnalysedQuestion> {
  const plain = text.replace(GREETING, " ");
  const meant = PHRASES.reduce((said, [phrase, words]) => said.replace(phrase, ` ${words} `), plain);
  const sequence = tokenise(meant);
  const asked = new Set(tokenise(plain));
  const focus = focusOf(sequence);
  const words = [...new Set(sequence)];
  const lexemes = await index.lexer(words);
  const terms: QueryTerm[] = [];
  for (const word of words) {
    const term = matchWord(index, word, lexemes.has(word) ? (lexemes.get(word) ?? null) : word);
    if (!term.known && !asked.has(word)) continue;
    if (!asked.has(word)) term.importance *= IMPLIED;
    if (focus.has(word)) term.importance *= term.known ? KNOWN_FOCUS : MISSING_FOCUS;
    if (term.importance > 0 || term.keys.size > 0) terms.push(term);
  }
  const shapes = askedShapes(text).filter(({ name }) => index.postings.has(name));
  const wanted = shapes.map(({ name, weight }) => ({
    word: name,
    keys: new Map([[name, 1]]),
    importance: weight,
    known: true,
  }));
  return {
    text,
    terms: [...terms, ...wanted],
    shapes: shapes.filter(({ weight }) => weight >= TELLING).map(({ name }) => name),
  };
}
