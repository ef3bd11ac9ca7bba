import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect-language";

describe("detectLanguage", () => {
  it.each([
    ["сколько стоит залог", "ru", "plain"],
    ["golf или что то похожее будет?", "ru", "plain"],
    ["skolko stoit navigator v sutki", "ru", "translit"],
    ["ghbdtn? crjkmrj cnjbn pfkju", "ru", "layout"],
    ["how much is the deposit", "en", "plain"],
    ["koliko košta dostava", "sr", "plain"],
    ["može neki popust, uzimam na 10 dana keš", "sr", "plain"],
    ["Скільки коштує застава і чи є знижка", "uk", "plain"],
    ["这辆车多少钱", "other", "plain"],
    ["Golf?", "und", "plain"],
    ["👍", "und", "plain"],
  ])("%s → %s, %s", (text, language, typed) => {
    expect(detectLanguage(text)).toEqual({ language, typed });
  });
});
