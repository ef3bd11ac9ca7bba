import { expect, test } from "vitest";
import { momentAt } from "@/components/meetings/moment-at";
import { wallClock } from "@/components/meetings/wall-clock";

test.each([
  ["2026-02-16", "10:00", "Europe/Moscow", "2026-02-16T07:00:00.000Z"],
  ["2026-02-16", "00:15", "Asia/Kathmandu", "2026-02-15T18:30:00.000Z"],
  ["2026-07-01", "09:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
  ["2026-12-31", "23:30", "America/New_York", "2027-01-01T04:30:00.000Z"],
  ["2026-03-29", "01:30", "Europe/Berlin", "2026-03-29T00:30:00.000Z"],
  ["2026-03-29", "03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
])("%s %s in %s is %s", (day, time, zone, at) => {
  expect(momentAt(day, time, zone)).toBe(at);
  expect(wallClock(new Date(at), zone)).toEqual({ day, time });
});

test("an hour that the clocks leave out is the one after it", () => {
  expect(momentAt("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
});
