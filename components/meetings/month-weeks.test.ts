import { expect, test } from "vitest";
import { addDays, addMonths, monthWeeks } from "@/components/meetings/month-weeks";

test("a month is shown in whole weeks from Monday", () => {
  const weeks = monthWeeks("2026-11");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe("2026-10-26");
  expect(weeks[5]?.[6]).toBe("2026-12-06");
});

test("a month that fills its weeks has no other days", () => {
  const weeks = monthWeeks("2027-02");
  expect(weeks).toHaveLength(4);
  expect(weeks.flat()).toEqual([...weeks.flat()].filter((day) => day.startsWith("2027-02")));
});

test("days and months go over the ends of years", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("2026-12", 1)).toBe("2027-01");
});
