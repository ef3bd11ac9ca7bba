import { afterEach, expect, it, vi } from "vitest";
import { clock } from "@/server/lib/clock";
import { openingPreview } from "./queries";

afterEach(() => vi.restoreAllMocks());

it("tells the next opening of hours that are not saved yet", () => {
  // A Friday evening.
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-20T20:00:00Z"));
  const week = { mon: [{ from: "10:30", to: "18:00" }] };
  const preview = (officeHours: object, timeZone = "Europe/Belgrade") =>
    openingPreview({ timeZone, officeHours });
  expect(preview({ alwaysOpen: false, week })).toEqual({
    en: "on Monday 23 November at 10:30 (GMT+1)",
    ru: "в понедельник, 23 ноября, в 10:30 (GMT+1)",
  });
  expect(preview({ alwaysOpen: false, week: { mon: [{ from: "25:00", to: "x" }] } })).toBeNull();
  expect(preview({}, "Nowhere/City")).toBeNull();
});
