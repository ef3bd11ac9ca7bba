/** A stretch of a text between commas, conjunctions of contrast or sentence ends. */
export type Clause = { text: string; start: number; end: number };

const BREAK =
  /[.;!?\n](?=\s|$)|,(?=\s)|:(?=\s\p{L})|\s(?=(?:but|however|except|unless|while|whereas|кроме|но|однако|зато|исключая|за исключением)\s)|\s\((?=\p{L})/giu;

/** Splits a text into clauses, positions kept; a decimal comma or point does not split. */
export function splitClauses(text: string): Clause[] {
  const starts = [0, ...[...text.matchAll(BREAK)].map((match) => match.index)];
  return starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }))
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause.text));
}
