/** A stretch of a text between commas, conjunctions of contrast or sentence ends. */
export type Clause = { text: string; start: number; end: number };

const BREAK =
  /[.;!?\n](?=\s|$)|,(?=\s)|:(?=\s\p{L})|\s(?=(?:but|however|except|unless|while|whereas|кроме|но|однако|зато|исключая|за исключением)\s)|\s\((?=\p{L})/giu;

/** Splits a text into clauses, positions kept; a decimal comma or point does not split. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    if (text.slice(start, match.index).trim() !== "")
      clauses.push({ text: text.slice(start, match.index), start, end: match.index });
    start = match.index;
  }
  if (text.slice(start).trim() !== "") clauses.push({ text: text.slice(start), start, end: text.length });
  return clauses;
}
