import { describe, expect, it } from "vitest";
import { splitText } from "./split-text";

const texts = (text: string, limit: number) => splitText(text, limit).map((piece) => piece.text);

describe("splitText", () => {
  it("leaves alone what fits", () => {
    expect(splitText("x".repeat(4096), 4096)).toEqual([{ text: "x".repeat(4096), start: 0 }]);
    expect(splitText("", 4096)).toEqual([{ text: "", start: 0 }]);
  });

  it("prefers a paragraph, then a line, a sentence, a space", () => {
    expect(texts("one two three\n\nfour five six", 20)).toEqual(["one two three", "four five six"]);
    expect(texts("one two three\nfour. five six", 20)).toEqual(["one two three", "four. five six"]);
    expect(texts("One two three. Four five six", 20)).toEqual(["One two three.", "Four five six"]);
    expect(texts("one two three four five", 12)).toEqual(["one two", "three four", "five"]);
  });

  it("cuts where nothing better is, and never through a surrogate pair", () => {
    expect(texts("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
    for (const piece of texts("😀".repeat(30), 11)) expect(piece.isWellFormed()).toBe(true);
    expect(texts("😀".repeat(30), 11).join("")).toBe("😀".repeat(30));
  });

  it("tears no emoji of several parts apart, nor a letter from its accent", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(texts(family.repeat(5), 25)).toEqual([family.repeat(2), family.repeat(2), family]);
    expect(texts("и\u0306".repeat(6), 5)).toEqual(
      ["й", "й", "й"].map((letter) => letter.normalize("NFD").repeat(2)),
    );
    // One that is longer than a piece has to be cut, between pairs.
    for (const piece of texts(family, 6)) expect(piece.isWellFormed()).toBe(true);
    expect(texts(family, 6).join("")).toBe(family);
  });

  it("makes no piece of blanks alone and says where each piece starts", () => {
    const text = `first${" ".repeat(50)}second part`;
    const pieces = splitText(text, 15);
    expect(pieces.map((piece) => piece.text)).toEqual(["first", "second part"]);
    for (const { text: piece, start } of pieces) expect(text.slice(start, start + piece.length)).toBe(piece);
  });

  it("keeps every piece within the limit and loses no word", () => {
    const text = Array.from(
      { length: 3000 },
      (_, index) => `word${index}${index % 17 === 0 ? "." : ""}`,
    ).join(" ");
    const pieces = texts(text, 4096);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(4096);
    expect(pieces.join(" ")).toBe(text);
  });
});
