import { expect, it } from "vitest";
import { fittingTogether, mergeTexts, plainText } from "./merge-texts";

it("joins texts by blank lines, with the formatting of each in its place", () => {
  const merged = mergeTexts([
    { text: "🚗 one", entities: [{ type: "bold", offset: 3, length: 3 }] },
    { text: "two", silent: true },
    { text: "three", entities: [{ type: "text_link", offset: 0, length: 5, url: "https://example.com" }] },
  ]);
  expect(merged).toEqual({
    text: "🚗 one\n\ntwo\n\nthree",
    entities: [
      { type: "bold", offset: 3, length: 3 },
      { type: "text_link", offset: 13, length: 5, url: "https://example.com" },
    ],
  });
  expect(mergeTexts([{ text: "a", silent: true }])).toEqual({ text: "a", silent: true });
});

it("fits as many texts as one message takes, and one that is too long alone", () => {
  expect(fittingTogether(["a".repeat(2000), "b".repeat(2094)])).toBe(2);
  expect(fittingTogether(["a".repeat(2000), "b".repeat(2095)])).toBe(1);
  expect(fittingTogether(["a".repeat(5000), "b"])).toBe(1);
});

it("leaves alone whatever is more than a text", () => {
  const message = { text: "hello" };
  expect(plainText({ type: "message", message })).toEqual(message);
  const others = [
    { type: "message", message, alreadySent: ["1"] },
    { type: "message", message: { ...message, replyToExternalId: "5" } },
    { type: "message", message: { ...message, buttons: [[{ label: "Close", data: "close:1" }]] } },
    { type: "message", message: { ...message, media: [{ kind: "location", latitude: 1, longitude: 2 }] } },
    { type: "edit", externalId: "5", message },
    { type: "close-topic" },
  ] as const;
  for (const act of others) expect(plainText(structuredClone(act) as never)).toBeNull();
});
