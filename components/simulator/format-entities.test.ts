import { expect, test } from "vitest";
import { formatEntities } from "@/components/simulator/format-entities";

test("plain text is one run, nothing is none", () => {
  expect(formatEntities("hello")).toEqual([{ text: "hello", at: 0, kinds: [] }]);
  expect(formatEntities("")).toEqual([]);
});

test("entities that lie over one another are cut at their borders", () => {
  const runs = formatEntities("abcdef", [
    { type: "bold", offset: 0, length: 4 },
    { type: "italic", offset: 2, length: 4 },
  ]);
  expect(runs.map(({ text, kinds }) => [text, kinds])).toEqual([
    ["ab", ["bold"]],
    ["cd", ["bold", "italic"]],
    ["ef", ["italic"]],
  ]);
});

test("only web addresses become links", () => {
  const [good] = formatEntities("https://a.example", [{ type: "url", offset: 0, length: 17 }]);
  const [bad] = formatEntities("press", [
    { type: "text_link", offset: 0, length: 5, url: "javascript:alert(1)" },
  ]);
  expect(good?.href).toBe("https://a.example");
  expect(bad?.href).toBeUndefined();
});
