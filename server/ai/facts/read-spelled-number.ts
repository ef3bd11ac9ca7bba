import { NUMBER_WORDS } from "@/server/ai/facts/number-words";
import type { Token } from "@/server/ai/facts/split-tokens";

/** Reads “двадцать пять” or “two hundred and fifty” from the token at `first`; `next` is the token behind it. */
export function readSpelledNumber(tokens: Token[], first: number): { value: number; next: number } | null {
  let total = 0;
  let current: number | null = null;
  let next = first;
  for (let at = first; at < tokens.length; at += 1) {
    const word = tokens[at]?.text ?? "";
    const value = NUMBER_WORDS.get(word);
    if (value === undefined) {
      const joins = (word === "-" || word === "and") && current !== null && next === at;
      const follows = NUMBER_WORDS.get(tokens[at + 1]?.text ?? "");
      const fits =
        follows !== undefined &&
        (word === "and"
          ? (current ?? 0) >= 100 && follows < 100
          : (current ?? 0) % 10 === 0 && follows < 10 && follows >= 1);
      if (joins && fits) {
        next = at + 1;
        continue;
      }
      break;
    }
    if (value >= 1000) {
      total += (current ?? 1) * value;
      current = 0;
    } else if (word === "hundred") current = (current ?? 1) * 100;
    else if (current === null || current === 0) current = value;
    else if (
      (current % 100 === 0 && value < 100) ||
      (current % 10 === 0 && current % 100 >= 20 && value < 10 && value >= 1)
    )
      current += value;
    else break;
    next = at + 1;
  }
  if (current === null) return null;
  return { value: total + current, next };
}
