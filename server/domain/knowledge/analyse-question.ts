import { askedShapes } from "./answer-shapes";
import type { KnowledgeIndex } from "./build-index";
import type { DetectedLanguage } from "./detect-language";
import { fixLayout } from "./fix-layout";
import { foldText } from "./fold-text";
import { matchWord, type QueryTerm } from "./match-words";
import { PHRASES } from "./phrase-table";
import { tokenise } from "./tokenise";
import { toCyrillic } from "./transliterate";

const GREETING = /добр(?:ый|ое|ого|ой) (?:день|дня|вечера?|утр[оа]|ночи)|доброго времени суток/g;

export type AnalysedQuestion = { text: string; terms: QueryTerm[]; shapes: string[] };

/** Spells a message as it was meant: Russian in Latin letters or in a wrong layout becomes Cyrillic; folded. */
export function spellOut(text: string, typed: DetectedLanguage["typed"]): string {
  if (typed === "layout") return foldText(fixLayout(text.toLowerCase()));
  const folded = foldText(text);
  return typed === "translit" ? folded.replace(/[a-z']+/g, toCyrillic) : folded;
}

/** Turns a spelt-out question into terms that can meet the index, and the shapes its answer should have. */
export async function analyseQuestion(index: KnowledgeIndex, text: string): Promise<AnalysedQuestion> {
  const words = [...new Set(tokenise(text.replace(GREETING, " ")))];
  const meant = PHRASES.filter(([phrase]) => phrase.test(text)).flatMap(([, word]) => tokenise(word));
  const lexemes = await index.lexer([...words, ...meant]);
  const terms = [...new Set([...words, ...meant])]
    .map((word) => matchWord(index, word, lexemes.has(word) ? (lexemes.get(word) ?? null) : word))
    .filter((term) => words.includes(term.word) || term.known)
    .filter((term) => term.importance > 0 || term.keys.size > 0);
  const shapes = askedShapes(text).filter(({ name }) => index.postings.has(name));
  const wanted = shapes.map(({ name, weight }) => ({ word: name, keys: new Map([[name, 1]]), importance: weight, known: true }));
  return { text, terms: [...terms, ...wanted], shapes: shapes.map(({ name }) => name) };
}
