import { expect, it } from "vitest";
import { storableJson } from "./storable-json";

const nested = (depth: number) => JSON.parse(`${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`) as object;

it("leaves out what Postgres refuses", () => {
  expect(storableJson({ text: "a\u0000b\ud800", list: ["\u0000"] })).toEqual({
    text: "ab\ufffd",
    list: [""],
  });
});

it("gives back as it is what can be kept", () => {
  const update = { update_id: 1, message: { text: "Hi", entities: [] }, from: null };
  expect(storableJson(update)).toBe(update);
  expect(storableJson(nested(100))).toEqual(nested(100));
});

it("says so when a value is nested too deep", () => {
  expect(storableJson(nested(400))).toBeNull();
  expect(storableJson({ update_id: 1, deep: nested(200_000) })).toBeNull();
});
