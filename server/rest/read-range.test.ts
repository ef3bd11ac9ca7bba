import { expect, test } from "vitest";
import { readRange } from "@/server/rest/read-range";

test.each([
  [undefined, null],
  ["bytes=0-99", { start: 0, end: 99 }],
  ["bytes=900-", { start: 900, end: 999 }],
  ["bytes=900-5000", { start: 900, end: 999 }],
  ["bytes=-10", { start: 990, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=10-5", null],
  ["bytes=0-1,5-6", null],
  ["bytes=-", null],
  ["lines=1-2", null],
  ["bytes=99999999999999999999-", "unsatisfiable"],
])("%j of 1000 bytes is %j", (header, expected) => {
  expect(readRange(header, 1000)).toEqual(expected);
});
