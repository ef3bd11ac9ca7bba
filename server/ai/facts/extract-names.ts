import { readCalendar, readCurrency, readUnit } from "@/server/ai/facts/measure-words";
import { NUMBER_WORDS } from "@/server/ai/facts/number-words";
import type { Token } from "@/server/ai/facts/split-tokens";

const NO_NAME = /^(i|i'm|i've|i'll|ok|tv|am|pm|вы|вас|вам|вами|ваш\p{L}*)$/u;

/**
 * The proper names of a sentence: words capitalised in mid-sentence, Latin words in Cyrillic text, codes such as “TRC-20”;
 * also a first word that `isKnownName` recognises.
 */
export function extractNames(tokens: Token[], isKnownName: (word: string) => boolean): Token[] {
  const cyrillic = tokens.filter((token) => /\p{Script=Cyrillic}/u.test(token.raw)).length;
  const latin = tokens.filter(
    (token) => token.kind === "word" && /^\p{Script=Latin}/u.test(token.raw),
  ).length;
  return tokens.filter((token, index) => {
    if (token.kind === "code") return true;
    if (token.kind !== "word" || NO_NAME.test(token.text)) return false;
    if (readCalendar(token.text) || readCurrency(token.text) || NUMBER_WORDS.has(token.text)) return false;
    const foreign = cyrillic > latin && /^\p{Script=Latin}/u.test(token.raw) && !readUnit(token.text);
    if (foreign) return true;
    if (!/^\p{Lu}/u.test(token.raw)) return false;
    return opensSentence(tokens, index) ? /^\p{Lu}{2,}$/u.test(token.raw) || isKnownName(token.raw) : true;
  });
}

function opensSentence(tokens: Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const text = tokens[at]?.text ?? "";
    if (/^[.!?:]$/.test(text)) return true;
    if (!/^["(\-•–]$/.test(text)) return false;
  }
  return true;
}
