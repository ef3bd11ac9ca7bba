import { fixLayout } from "./fix-layout";
import { foldText } from "./fold-text";
import { ENGLISH_WORDS, RUSSIAN_WORDS, SERBIAN_WORDS, TRANSLIT_WORDS } from "./language-words";

/** How Russian was typed: as it should be, in Latin letters, or with the wrong keyboard layout on. */
export type DetectedLanguage = { language: string; typed: "plain" | "translit" | "layout" };

const count = (words: string[], known: Set<string>) => words.filter((word) => known.has(word)).length;

/** Names the language of a short message (ISO 639-1; "und" when nothing tells, e.g. a brand alone). */
export function detectLanguage(text: string): DetectedLanguage {
  const plain = (language: string): DetectedLanguage => ({ language, typed: "plain" });
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return plain("und");
  if (cyrillic + latin < letters / 2) return plain("other");
  if (cyrillic >= latin * 0.4) {
    if (/[ђјљњћџ]/i.test(text)) return plain("sr");
    if (/[іїєґ]/i.test(text)) return plain("uk");
    return plain("ru");
  }
  const words = foldText(text).match(/\p{L}+/gu) ?? [];
  const english = count(words, ENGLISH_WORDS);
  const serbian = count(words, SERBIAN_WORDS) + (/[čćžšđ]/i.test(text) ? 2 : 0);
  const translit =
    count(words, TRANSLIT_WORDS) + words.filter((word) => /(y[aeu]|zh|kh|shch)/.test(word)).length * 0.5;
  const layout = fixLayout(text.toLowerCase()).match(/[а-я]+/g) ?? [];
  const slipped = count(layout, RUSSIAN_WORDS);
  const best = Math.max(english, serbian, translit, slipped);
  if (best === 0) return plain(words.length > 2 ? "other" : "und");
  if (slipped === best && slipped > english && slipped > translit) return { language: "ru", typed: "layout" };
  if (english === best) return plain("en");
  if (translit === best && translit > serbian) return { language: "ru", typed: "translit" };
  return plain("sr");
}
