import { describe, expect, test } from "vitest";
import { isOpen, nextOpening, officeState, officeTimeBack } from "./office-hours";
import { type Interval, supportSettings, WEEKDAYS, type Weekday } from "./schema";

const hours = (days: Partial<Record<Weekday, Interval[]>>) => ({
  alwaysOpen: false,
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...days },
});
const daily = (...intervals: Interval[]) =>
  hours(Object.fromEntries(WEEKDAYS.map((day) => [day, intervals])));
const at = (text: string) => new Date(text);

test("without settings people are always there", () => {
  const { officeHours } = supportSettings.parse({});
  expect(officeState(officeHours, "UTC", at("2026-11-22T03:00:00Z"))).toEqual({
    open: true,
    since: null,
    until: null,
  });
  expect(nextOpening(officeHours, "UTC", at("2026-11-22T03:00:00Z"))).toBeNull();
});

test("hours are those of the zone, quarter hours included", () => {
  // Kathmandu is 5:45 ahead: 09:00 there is 03:15Z.
  const weekdays = hours({ mon: [{ from: "09:00", to: "18:00" }] });
  expect(isOpen(weekdays, "Asia/Kathmandu", at("2026-11-23T03:14:59Z"))).toBe(false);
  expect(isOpen(weekdays, "Asia/Kathmandu", at("2026-11-23T03:15:00Z"))).toBe(true);
  expect(isOpen(weekdays, "Asia/Kathmandu", at("2026-11-23T12:15:00Z"))).toBe(false);
  expect(officeState(weekdays, "Asia/Kathmandu", at("2026-11-23T12:15:00Z"))).toEqual({
    open: false,
    since: at("2026-11-23T12:15:00Z"),
    until: at("2026-11-30T03:15:00Z"),
  });
});

test("an interval over midnight belongs to the day it begins on", () => {
  const night = hours({ fri: [{ from: "22:00", to: "02:00" }] });
  expect(isOpen(night, "Europe/Belgrade", at("2026-11-20T22:00:00Z"))).toBe(true);
  expect(isOpen(night, "Europe/Belgrade", at("2026-11-21T00:59:00Z"))).toBe(true);
  expect(isOpen(night, "Europe/Belgrade", at("2026-11-21T01:00:00Z"))).toBe(false);
  expect(isOpen(night, "Europe/Belgrade", at("2026-11-19T22:00:00Z"))).toBe(false);
});

test("a break at noon closes, days that touch do not", () => {
  const shop = hours({
    mon: [
      { from: "09:00", to: "13:00" },
      { from: "14:00", to: "00:00" },
    ],
    tue: [{ from: "00:00", to: "12:00" }],
  });
  expect(nextOpening(shop, "UTC", at("2026-11-23T13:30:00Z"))).toEqual(at("2026-11-23T14:00:00Z"));
  expect(officeState(shop, "UTC", at("2026-11-24T00:00:00Z"))).toEqual({
    open: true,
    since: at("2026-11-23T14:00:00Z"),
    until: at("2026-11-24T12:00:00Z"),
  });
});

test("round the clock by hand has no beginning, and no hours at all no end", () => {
  const whole = daily({ from: "00:00", to: "00:00" });
  expect(officeState(whole, "America/Caracas", at("2026-11-23T13:30:00Z"))).toEqual({
    open: true,
    since: null,
    until: null,
  });
  expect(officeState(hours({}), "UTC", at("2026-11-23T13:30:00Z"))).toEqual({
    open: false,
    since: null,
    until: null,
  });
  expect(officeTimeBack(hours({}), "UTC", at("2026-11-23T13:30:00Z"), 10)).toBeNull();
});

describe("when clocks change", () => {
  test("opening stays at the same wall-clock time", () => {
    const early = daily({ from: "09:00", to: "18:00" });
    expect(nextOpening(early, "Europe/Berlin", at("2026-03-28T20:00:00Z"))).toEqual(
      at("2026-03-29T07:00:00Z"),
    );
    expect(nextOpening(early, "Europe/Berlin", at("2026-10-24T20:00:00Z"))).toEqual(
      at("2026-10-25T08:00:00Z"),
    );
  });

  test("a time that is skipped is the moment of the change", () => {
    // 02:00 → 03:00 on 29 March 2026, at 01:00Z.
    const gap = daily({ from: "02:30", to: "05:00" });
    expect(nextOpening(gap, "Europe/Berlin", at("2026-03-29T00:00:00Z"))).toEqual(at("2026-03-29T01:00:00Z"));
    // Half an hour is skipped on Lord Howe Island: 02:00 → 02:30 on 4 October 2026, at 15:30Z the day before.
    expect(
      nextOpening(daily({ from: "02:10", to: "05:00" }), "Australia/Lord_Howe", at("2026-10-03T15:00:00Z")),
    ).toEqual(at("2026-10-03T15:30:00Z"));
    // Nothing is left of an interval that is skipped whole.
    const lost = hours({ sun: [{ from: "02:15", to: "02:45" }] });
    expect(nextOpening(lost, "Europe/Berlin", at("2026-03-29T00:00:00Z"))).toEqual(
      at("2026-04-05T00:15:00Z"),
    );
    // Beirut's midnight itself does not exist on 29 March 2026.
    expect(
      nextOpening(
        hours({ sun: [{ from: "00:00", to: "08:00" }] }),
        "Asia/Beirut",
        at("2026-03-28T12:00:00Z"),
      ),
    ).toEqual(at("2026-03-28T22:00:00Z"));
  });

  test("of a time that comes twice, opening is the first and closing the last", () => {
    // 03:00 → 02:00 on 25 October 2026, at 01:00Z.
    const fold = hours({ sun: [{ from: "02:15", to: "02:45" }] });
    expect(officeState(fold, "Europe/Berlin", at("2026-10-25T01:00:00Z"))).toEqual({
      open: true,
      since: at("2026-10-25T00:15:00Z"),
      until: at("2026-10-25T01:45:00Z"),
    });
  });

  test("a night over the change lasts an hour less, and office time knows", () => {
    const night = daily({ from: "22:00", to: "06:00" });
    expect(officeTimeBack(night, "Europe/Berlin", at("2026-03-29T10:00:00Z"), 7 * 60)).toEqual(
      at("2026-03-28T21:00:00Z"),
    );
  });
});

describe("office time", () => {
  const weekdays = hours(
    Object.fromEntries(
      (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => [day, [{ from: "09:00", to: "18:00" }]]),
    ),
  );

  test("stands still at night and over the weekend", () => {
    const monday = at("2026-11-23T08:10:00Z");
    expect(officeTimeBack(weekdays, "Europe/Belgrade", monday, 10)).toEqual(at("2026-11-23T08:00:00Z"));
    expect(officeTimeBack(weekdays, "Europe/Belgrade", monday, 30)).toEqual(at("2026-11-20T16:40:00Z"));
    expect(officeTimeBack(weekdays, "Europe/Belgrade", at("2026-11-22T12:00:00Z"), 60)).toEqual(
      at("2026-11-20T16:00:00Z"),
    );
  });

  test("is not counted twice where intervals overlap", () => {
    const overlapping = daily({ from: "22:00", to: "04:00" }, { from: "02:00", to: "06:00" });
    expect(officeTimeBack(overlapping, "UTC", at("2026-11-23T06:00:00Z"), 8 * 60)).toEqual(
      at("2026-11-22T22:00:00Z"),
    );
  });

  test("is plain time where people are always there", () => {
    const { officeHours } = supportSettings.parse({});
    expect(officeTimeBack(officeHours, "UTC", at("2026-11-23T06:00:00Z"), 90)).toEqual(
      at("2026-11-23T04:30:00Z"),
    );
  });
});
