import { givenShapes } from "./answer-shapes";
import { conceptsOf } from "./concepts";
import { foldText } from "./fold-text";
import { splitUnits } from "./split-units";
import { tokenise } from "./tokenise";
import { soundKey } from "./transliterate";
import type { Lexer, Passage } from "./types";

/** A quotable piece of a passage; `terms` maps lexemes and §meanings to their weight here (1 = its own words). */
export type Unit = {
  passage: Passage;
  quote: string;
  own: Set<string>;
  terms: Map<string, number>;
  length: number;
  shapes: Set<string>;
};

export type Posting = { unit: number; weight: number };

/** A workspace's knowledge made searchable; immutable, rebuilt when a source changes. */
export type KnowledgeIndex = {
  passages: Passage[];
  units: Unit[];
  postings: Map<string, Posting[]>;
  passageTerms: { counts: Map<string, number>; length: number }[];
  passageFrequency: Map<string, number>;
  averagePassageLength: number;
  trigrams: Map<string, string[]>;
  sounds: Map<string, string[]>;
  /** What stands before a bracket for what stands in it: «Компакт (Golf)» lets a Golf mean a compact. */
  aliases: Map<string, string[]>;
  latinSounds: { key: string; lexeme: string }[];
  lexer: Lexer;
  languages: Set<string>;
};

/** What a word of the heading weighs in the units under it, against 1 for their own. */
export const HEADING = 0.5;
const LEAD_IN = 0.7;

/** Three-letter windows of a word with its edges marked. */
export function trigramsOf(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: Math.max(padded.length - 2, 0) }, (_, at) => padded.slice(at, at + 3));
}

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

const BRACKET = /^([^(]{3,60})\(([^)]{2,80})\)/;

/** Words before most brackets of a passage: «Залог за минивэн (Trafic)» does not make a Trafic mean a deposit. */
function commonBeforeBrackets(quotes: string[]): Set<string> {
  const counts = new Map<string, number>();
  const bracketed = quotes.flatMap((quote) => BRACKET.exec(quote)?.[1] ?? []);
  for (const before of bracketed)
    for (const word of new Set(tokenise(before))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(bracketed.length / 2, 1);
  return new Set([...counts].filter(([, count]) => count > most).map(([word]) => word));
}

/** Builds the searchable index of the passages; asks the lexer once. */
export async function buildIndex(passages: Passage[], lexer: Lexer): Promise<KnowledgeIndex> {
  const cut = passages.map((passage) => ({
    passage,
    units: splitUnits(passage.text).filter((unit) => /[\p{L}\d]/u.test(unit.quote)),
    heading: tokenise(passage.heading.join(" ")),
  }));
  const words = new Set<string>();
  for (const { passage, units, heading } of cut) {
    for (const word of [...heading, ...tokenise(passage.sourceTitle)]) words.add(word);
    for (const unit of units)
      for (const word of tokenise(`${unit.leadIn} ${unit.asked} ${unit.quote}`)) words.add(word);
  }
  const lexemes = await lexer([...words]);
  const meanings = new Map([...words].map((word) => [word, conceptsOf(word)]));
  const index: KnowledgeIndex = {
    passages,
    units: [],
    postings: new Map(),
    passageTerms: [],
    passageFrequency: new Map(),
    averagePassageLength: 1,
    trigrams: new Map(),
    sounds: new Map(),
    aliases: new Map(),
    latinSounds: [],
    lexer,
    languages: new Set(passages.map((passage) => passage.language)),
  };

  for (const { passage, units, heading } of cut) {
    const counts = new Map<string, number>();
    let length = 0;
    const common = commonBeforeBrackets(units.map((unit) => unit.quote));
    for (const unit of units) {
      const terms = new Map<string, number>();
      const add = (word: string, weight: number) => {
        const lexeme = lexemes.get(word);
        if (lexeme) terms.set(lexeme, Math.max(terms.get(lexeme) ?? 0, weight));
        for (const { name } of meanings.get(word) ?? [])
          terms.set(name, Math.max(terms.get(name) ?? 0, weight));
      };
      const own = tokenise(`${unit.asked} ${unit.quote}`);
      for (const word of own) add(word, 1);
      const bracket = BRACKET.exec(unit.quote);
      if (bracket)
        for (const named of tokenise(bracket[2] ?? ""))
          for (const general of tokenise(bracket[1] ?? "")) {
            const [from, to] = [lexemes.get(named), lexemes.get(general)];
            if (from && to && !common.has(general)) push(index.aliases, from, to);
          }
      const ownTerms = new Set(terms.keys());
      for (const word of tokenise(unit.leadIn)) add(word, LEAD_IN);
      for (const word of heading) add(word, HEADING);
      const shapes = givenShapes(foldText(unit.quote));
      for (const shape of shapes) terms.set(shape, 1);
      for (const [term, weight] of terms) push(index.postings, term, { unit: index.units.length, weight });
      index.units.push({
        passage,
        quote: unit.quote,
        own: ownTerms,
        terms,
        length: own.length,
        shapes: new Set(shapes),
      });
      for (const word of own) {
        const lexeme = lexemes.get(word);
        if (!lexeme) continue;
        counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1);
        length++;
      }
    }
    for (const word of [...heading, ...tokenise(passage.sourceTitle)]) {
      const lexeme = lexemes.get(word);
      if (lexeme) counts.set(lexeme, (counts.get(lexeme) ?? 0) + 1);
    }
    for (const lexeme of counts.keys())
      index.passageFrequency.set(lexeme, (index.passageFrequency.get(lexeme) ?? 0) + 1);
    index.passageTerms.push({ counts, length });
  }

  const lengths = index.passageTerms.reduce((sum, { length }) => sum + length, 0);
  index.averagePassageLength = Math.max(lengths / Math.max(passages.length, 1), 1);
  for (const lexeme of index.passageFrequency.keys()) {
    if (!/\p{L}/u.test(lexeme)) continue;
    push(index.sounds, soundKey(lexeme), lexeme);
    if (/^[a-z]/.test(lexeme)) index.latinSounds.push({ key: soundKey(lexeme), lexeme });
    if (lexeme.length >= 3)
      for (const trigram of new Set(trigramsOf(lexeme))) push(index.trigrams, trigram, lexeme);
  }
  return index;
}
