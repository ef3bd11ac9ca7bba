import { RE2JS } from "re2js";
import type { PatternRule } from "@/server/domain/intents/schema";
import { stemWord } from "@/server/domain/intents/stem-word";
import { foldText } from "@/server/domain/knowledge/fold-text";
import { tokenise } from "@/server/domain/knowledge/tokenise";

/** Longer texts are looked at so far. */
const longest = 4000;
const mostKept = 500;
/** Steps of a compiled expression; each letter of a text may cost so many. */
const largestProgram = 1000;
const compiled = new Map<string, RE2JS | null>();

/**
 * The words of a text that a pattern is about, or null. Keywords are found in any form, `*` stands for the rest of a word;
 * expressions are matched in linear time (RE2's syntax), without regard to case and «ё».
 */
export function matchPattern(
  text: string,
  { kind, pattern }: Pick<PatternRule, "kind" | "pattern">,
): string | null {
  const shown = text.slice(0, longest);
  if (kind === "regex") {
    const matcher = compileRegex(pattern)?.matcher(foldText(shown));
    return matcher?.find() ? matcher.group() || null : null;
  }
  const words = tokenise(shown);
  for (const keyword of pattern.split(",")) {
    const wanted = foldText(keyword).match(/\p{L}+\*?|\d+/gu) ?? [];
    if (wanted.length === 0) continue;
    const at = words.findIndex((_, from) => wanted.every((word, index) => isForm(words[from + index], word)));
    if (at >= 0) return words.slice(at, at + wanted.length).join(" ");
  }
  return null;
}

/** A compiled expression, null when it is none or too large a one. */
export function compileRegex(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  let made: RE2JS | null = null;
  try {
    const compiledNow = RE2JS.compile(foldPattern(pattern), RE2JS.CASE_INSENSITIVE);
    if (compiledNow.programSize() <= largestProgram) made = compiledNow;
  } catch {
    // Not an expression: whoever saves one is told so, a stored one matches nothing.
  }
  const [oldest] = compiled.keys();
  if (compiled.size >= mostKept && oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, made);
  return made;
}

/** Texts are folded, so the letters of the expression are, too; its backslashes keep their case. */
function foldPattern(pattern: string): string {
  return pattern.replace(/ё/gi, "е");
}

function isForm(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  if (wanted.endsWith("*")) return word.startsWith(wanted.slice(0, -1));
  return word === wanted || (wanted.length > 3 && stemWord(word) === stemWord(wanted));
}
