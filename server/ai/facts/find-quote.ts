import { foldText } from "@/server/ai/facts/fold-text";

export type FoundQuote = {
  /** The passage's own text of the quote. */
  quote: string;
  /** The quote with the rest of the clauses it was cut from: a "not" or an "up to" just outside it counts. */
  clause: string;
  /** Where the quote begins and ends within `clause`. */
  start: number;
  end: number;
};

const EDGE = /^[\s.,;:!?"()\-–—…]+|[\s.,;:!?"()\-–—…]+$/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Finds a quote in a passage word for word (see foldText for what may differ); null when it does not stand there whole. */
export function findQuote(passage: string, quote: string): FoundQuote | null {
  const haystack = foldText(passage);
  const needle = foldText(quote).text.replace(EDGE, "");
  if (needle === "") return null;
  for (let at = haystack.text.indexOf(needle); at !== -1; at = haystack.text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!cutsWord(haystack.text, at) && !cutsWord(haystack.text, end)) {
      const from = haystack.origin[at] ?? 0;
      const last = haystack.origin[end - 1] ?? 0;
      const to = last + String.fromCodePoint(passage.codePointAt(last) ?? 0).length;
      return withClause(passage, from, to);
    }
  }
  return null;
}

/** True when the place lies inside a word or a number ("1 500", "0,12"). */
function cutsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 4);
  if (WORD.test(before.slice(-1)) && WORD.test(after.slice(0, 1))) return true;
  if (/\d[.,:]$/.test(before) && /^\d/.test(after)) return true;
  if (/\d$/.test(before) && /^[.,:]\d/.test(after)) return true;
  return /\d $/.test(before) && /^\d{3}(?!\d)/.test(after);
}

function withClause(passage: string, from: number, to: number): FoundQuote {
  let start = from;
  while (start > 0 && !endsClause(passage, start - 1)) start -= 1;
  let end = to;
  while (end < passage.length && !endsClause(passage, end)) end += 1;
  return {
    quote: passage.slice(from, to),
    clause: passage.slice(start, end),
    start: from - start,
    end: to - start,
  };
}

/** Sentence ends, semicolons and line breaks end a clause; a point inside a number or after a short abbreviation does not. */
function endsClause(text: string, at: number): boolean {
  const character = text[at] ?? "";
  if (/[;!?\n]/.test(character)) return true;
  if (character !== ".") return false;
  const next = text.slice(at + 1, at + 3);
  return next === "" || /^\s+["«„“(]?\p{Lu}/u.test(text.slice(at + 1, at + 5)) || /^\n/.test(next);
}
