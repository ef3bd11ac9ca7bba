import { HEADING, type KnowledgeIndex, trigramsOf, type Unit } from "./build-index";
import { conceptsOf, EVERYDAY_WORDS, roleOf } from "./concepts";
import { editDistance } from "./edit-distance";
import { soundKey } from "./transliterate";

/** One word of a question: the index keys it may meet, each with how surely, and how much it matters (0–1). */
export type QueryTerm = { word: string; keys: Map<string, number>; importance: number; known: boolean };

const VERB =
  /(?:ть|ться|тся|чь|ете|ите|йте|ьте|ишь|ешь|ают|яют|уют|еют|ует|ает|яет|еет|ем|им|[аеиоуыюя]л(?:а|о|и|ся|ась|ось|ись)?|ую|аю|яю|юсь|усь|ется|ится|утся|ятся)$/;
const ADVERB_OR_ADJECTIVE = /(?:[^аеиоу]о|ый|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ым|ыми|ую|юю|ой)$/;

const SHAPE_OF_MEANING: Record<string, string> = {
  "§price": "#money",
  "§phone": "#phone",
  "§email": "#email",
  "§address": "#place",
  "§age": "#age",
};
const ALIAS = 0.5;
const BARE_ROOT = 0.65;
// A rare word of the knowledge that is no everyday word is likely a name: «СОГАЗ».
const NAME = 1.25;

// What these share at the start is a prefix, not yet a root.
const PREFIX = /^(?:пере|пред|под|раз|рас|про|при|без|бес)/;

/** Whether a folded Russian word has the look of a verb. */
export const isVerb = (word: string) => VERB.test(word);

const STANDS = 0.45;

/** Whether a word or its like stands in a unit; in the heading above it only the word itself counts. */
export function standsIn(term: QueryTerm, unit: Unit): boolean {
  return [...term.keys].some(
    ([key, strength]) =>
      strength >= ((unit.terms.get(key) ?? 0) > HEADING ? STANDS : 1) && unit.terms.has(key),
  );
}

const sharedBeginning = (left: string, right: string) => {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
};

const withoutEnding = (key: string) => (key.length > 4 ? key.replace(/[aeiou]+$/, "") : key);

/** Words of the knowledge of the same root, and words spelt almost like this one; with how surely they are meant. */
function nearLexemes(index: KnowledgeIndex, stem: string) {
  const shared = new Map<string, number>();
  for (const trigram of new Set(trigramsOf(stem)))
    for (const lexeme of index.trigrams.get(trigram) ?? []) shared.set(lexeme, (shared.get(lexeme) ?? 0) + 1);
  const sameRoot = new Map<string, number>();
  const misspelt = new Map<string, number>();
  const limit = stem.length >= 8 ? 2 : stem.length >= 5 ? 1 : 0;
  for (const [lexeme, count] of shared) {
    if (count < 2 || lexeme.length < 3) continue;
    const beginning = sharedBeginning(stem, lexeme);
    const prefix = PREFIX.exec(lexeme)?.[0].length ?? 0;
    const shorter = Math.min(stem.length, lexeme.length);
    const longer = Math.max(stem.length, lexeme.length);
    if (beginning - prefix >= 4 - Math.min(prefix, 1) && beginning >= 4 && beginning >= longer * 0.55)
      sameRoot.set(lexeme, 0.4 + 0.45 * (beginning / longer));
    else if (shorter >= 5 && (stem.endsWith(lexeme) || lexeme.endsWith(stem))) sameRoot.set(lexeme, 0.45);
    if (limit === 0 || shorter < 4) continue;
    const distance = editDistance(stem, lexeme, limit);
    // Careless fingers seldom miss the first letter.
    if (distance > limit || (stem[0] !== lexeme[0] && shorter < 6)) continue;
    misspelt.set(lexeme, distance === 1 ? 0.8 : 0.6);
  }
  return { sameRoot, misspelt };
}

const VERB_PREFIX = /^(?:по|за|от|вы|при|на|до|под|пере|про|с|у)(?=\p{L}{4})/u;

/** The meanings of a word, or else of the verb within it: «закурить» is «курить». */
function meaningsOf(word: string) {
  const own = conceptsOf(word);
  return own.length > 0 || roleOf(word) !== "subject" || !VERB.test(word)
    ? own
    : conceptsOf(word.replace(VERB_PREFIX, ""));
}

/** Words of the knowledge that share a root with a prefixed verb: «поужинать» and «ужин», «постирать» and «стирка». */
function withoutPrefix(index: KnowledgeIndex, stem: string): string[] {
  const root = stem.replace(VERB_PREFIX, "");
  if (root === stem) return [];
  const head = root.slice(0, 4);
  return (index.trigrams.get(` ${head.slice(0, 2)}`) ?? []).filter(
    (lexeme) => lexeme.startsWith(head) && Math.abs(lexeme.length - root.length) <= 3,
  );
}

/** The everyday word a careless spelling stands for, if there is just one keystroke between them. */
function everydayWord(word: string): string | undefined {
  if (word.length < 5) return undefined;
  const plain = word.replace(/[ьъ]/g, "");
  return EVERYDAY_WORDS.find((known) => {
    if (known.length < 5 || known[0] !== word[0] || known.length < word.length - 3) return false;
    const part = word.slice(0, known.length);
    return (
      (known.length >= 6 && editDistance(part, known, 1) <= 1) ||
      plain.slice(0, known.length) === known.replace(/[ьъ]/g, "")
    );
  });
}

/** Nobody's knowledge speaks of it: a missing noun or name is the subject, a missing verb only colours it. */
function missingWeight(word: string): number {
  if (VERB.test(word)) return 0.4;
  return ADVERB_OR_ADJECTIVE.test(word) ? 0.6 : 1.1;
}

/** Works out what a question's word can meet in the index. */
export function matchWord(index: KnowledgeIndex, word: string, lexeme: string | null): QueryTerm {
  const term: QueryTerm = { word, keys: new Map(), importance: 1, known: false };
  const role = roleOf(word);
  const isNumber = /^\d/.test(word);
  const add = (key: string, strength: number) => {
    if (index.postings.has(key)) term.keys.set(key, Math.max(term.keys.get(key) ?? 0, strength));
  };
  const meanings = meaningsOf(word);
  if (lexeme) add(lexeme, 1);
  for (const { name, strength } of meanings) {
    add(name, strength);
    const shape = SHAPE_OF_MEANING[name];
    if (shape) add(shape, 0.9);
  }
  if (role === "filler" || lexeme === null) {
    term.importance = 0;
    term.known = true;
    return term;
  }
  const stem = lexeme ?? word;
  const spelt = term.keys.size > 0 || meanings.length > 0 || role === "light";
  if (!isNumber && !(lexeme && index.passageFrequency.has(lexeme))) {
    if (/^[a-z]/.test(stem)) for (const found of index.sounds.get(soundKey(stem)) ?? []) add(found, 0.9);
    const key = withoutEnding(soundKey(stem));
    // «Гольф» is Golf; a word in Latin letters that merely sounds like another is not it.
    for (const latin of /^[a-z]/.test(stem) ? [] : index.latinSounds) {
      const sound = withoutEnding(latin.key);
      if (key.length < 3 || sound.length < 3 || key[0] !== sound[0]) continue;
      const room = Math.min(key.length, sound.length) >= 4 ? 1 : 0;
      const distance = editDistance(key, sound, room);
      if (distance <= room) add(latin.lexeme, distance === 0 ? 0.95 : 0.8);
    }
    const { sameRoot, misspelt } = nearLexemes(index, stem);
    for (const [found, strength] of sameRoot) add(found, strength);
    if (term.keys.size === 0) for (const found of withoutPrefix(index, stem)) add(found, BARE_ROOT);
    if (!spelt) for (const [found, strength] of misspelt) add(found, strength);
    if (term.keys.size === 0 && !spelt) {
      const meant = everydayWord(word);
      if (meant) {
        for (const { name, strength } of conceptsOf(meant)) add(name, strength * 0.9);
        if (roleOf(meant) === "filler") term.importance = 0;
      }
    }
  }
  for (const [key, strength] of [...term.keys])
    if (strength >= 0.8) for (const general of index.aliases.get(key) ?? []) add(general, strength * ALIAS);
  term.known = term.keys.size > 0;
  if (lexeme && meanings.length === 0 && (index.postings.get(lexeme)?.length ?? 9) <= 2)
    term.importance = NAME;
  if (isNumber) term.importance = term.known ? 0.25 : 0;
  else if (role === "light") term.importance = Math.min(term.importance, term.known ? 0.5 : 0.2);
  else if (!term.known) term.importance *= missingWeight(word);
  return term;
}
