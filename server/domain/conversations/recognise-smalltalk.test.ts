import { describe, expect, it } from "vitest";
import { recogniseSmalltalk } from "./recognise-smalltalk";

describe("recogniseSmalltalk", () => {
  it.each([
    ["здравствуйте!", "greeting"],
    ["добрый день, есть вопрос", "greeting"],
    ["ок, спасибо большое", "thanks"],
    ["до свидания", "goodbye"],
    ["понятно", "acknowledgement"],
    ["👍", "acknowledgement"],
    ["здравствуйте, сколько стоит залог", undefined],
    ["спасибо, а доставка есть?", undefined],
  ])("%s → %s", (text, act) => {
    expect(recogniseSmalltalk(text)).toBe(act);
  });
});
