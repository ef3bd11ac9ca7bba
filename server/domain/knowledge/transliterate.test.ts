import { describe, expect, it } from "vitest";
import { soundKey, toCyrillic } from "./transliterate";

describe("toCyrillic", () => {
  it.each([
    ["skolko", "сколко"],
    ["zalog", "залог"],
    ["est", "есть"],
    ["vyezd", "выезд"],
    ["shchetka", "щетка"],
  ])("%s → %s", (latin, russian) => {
    expect(toCyrillic(latin)).toBe(russian);
  });
});

describe("soundKey", () => {
  it.each([
    ["шкода", "skoda"],
    ["гольф", "golf"],
    ["тойота", "toyota"],
  ])("%s sounds like %s", (russian, latin) => {
    expect(soundKey(russian)).toBe(soundKey(latin));
  });
});
