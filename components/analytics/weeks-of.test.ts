import { expect, test } from "vitest";
import { weeksOf } from "@/components/analytics/weeks-of";

test("nine days are two and seven, and nothing of them is lost", () => {
  const days = Array.from({ length: 9 }, (_, place) => ({ day: `2026-01-0${place + 1}`, a: 1, b: place }));
  expect(weeksOf(days, [{ key: "a" }, { key: "b" }])).toEqual([
    { day: "2026-01-01", last: "2026-01-02", a: 2, b: 1 },
    { day: "2026-01-03", last: "2026-01-09", a: 7, b: 35 },
  ]);
  expect(weeksOf([], [{ key: "a" }])).toEqual([]);
});
