import { sourceHash } from "./cut-source";
import { detectLanguage } from "./detect-language";
import { pairsText, parsePairs } from "./parse-pairs";
import type { AddSourceInput } from "./schema";

/** A typed text as it is stored; `fixedLanguage` is set when the person chose one. */
export type SourceContent = {
  title: string;
  kind: AddSourceInput["kind"];
  text: string;
  language: string;
  contentHash: string;
  fixedLanguage: string | undefined;
};

/** Reads what a person typed or pasted: pairs are put in order, the language is told. */
export function readSourceContent(
  input: AddSourceInput,
): { ok: true; content: SourceContent } | { ok: false; reason: "no_pairs" | "no_words" } {
  const { title, kind } = input;
  const pairs = kind === "qa" ? parsePairs(input.text) : [];
  if (kind === "qa" && pairs.length === 0) return { ok: false, reason: "no_pairs" };
  const text = kind === "qa" ? pairsText(pairs) : input.text;
  if (!/[\p{L}\d]/u.test(text)) return { ok: false, reason: "no_words" };
  const fixedLanguage = input.language === "auto" ? undefined : input.language;
  const language = fixedLanguage ?? detectLanguage(text).language;
  const contentHash = sourceHash({ title, text, language });
  return { ok: true, content: { title, kind, text, language, contentHash, fixedLanguage } };
}
