import { expect, test } from "vitest";
import { normalisePhone } from "./normalise-phone";

test.each([
  ["+381 60 123-45-67", "+381601234567"],
  ["00 49 (30) 901820", "+4930901820"],
  ["8 (912) 345-67-89", "+79123456789"],
  ["79123456789", "+79123456789"],
  ["060/123.45.67", "0601234567"],
  ["tel:+1 415 555 2671", "+14155552671"],
])("%s is %s", (typed, normal) => {
  expect(normalisePhone(typed)).toBe(normal);
  expect(normalisePhone(normal)).toBe(normal);
});

test.each(["", "call me", "123", "+", "1234567890123456", "12345 ext 7", "++4930901820", "=1+12345678"])(
  "%j is none",
  (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  },
);
