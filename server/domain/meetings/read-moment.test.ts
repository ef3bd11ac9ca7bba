import { describe, expect, test } from "vitest";
import { momentAt, readDay } from "./read-moment";

// A Wednesday, 11 February; in Kathmandu it is the 12th already.
const now = new Date("2026-02-11T19:00:00Z");
const moscow = { now, timeZone: "Europe/Moscow" };
const read = (text: string, place = moscow) => {
  const found = readDay(text, place);
  return found.ok ? [found.day, found.time].filter(Boolean).join(" ") : found.why;
};

describe("a day is read", () => {
  test.each([
    ["16.02.2026", "2026-02-16"],
    [" 16.2.26 ", "2026-02-16"],
    ["16.02", "2026-02-16"],
    ["16.02.", "2026-02-16"],
    ["16/02/2026", "2026-02-16"],
    ["16-02-2026", "2026-02-16"],
    ["2026-02-16", "2026-02-16"],
    ["11.02", "2026-02-11"],
    ["01.10", "2026-10-01"],
    ["30.11", "2026-11-30"],
    ["31.12", "2026-12-31"],
    ["29.02", "2028-02-29"],
    ["16 февраля", "2026-02-16"],
    ["16 февраля 2027 года", "2027-02-16"],
    ["1 мая", "2026-05-01"],
    ["3 Sep 2026", "2026-09-03"],
    ["September 3, 2026", "2026-09-03"],
    ["March 3rd", "2026-03-03"],
    ["сегодня", "2026-02-11"],
    ["Завтра", "2026-02-12"],
    ["на завтра", "2026-02-12"],
    ["послезавтра", "2026-02-13"],
    ["today", "2026-02-11"],
    ["tomorrow", "2026-02-12"],
    ["day after tomorrow", "2026-02-13"],
    ["через 3 дня", "2026-02-14"],
    ["через день", "2026-02-13"],
    ["через 2 недели", "2026-02-25"],
    ["in a week", "2026-02-18"],
    ["in 10 days", "2026-02-21"],
    ["через неделю", "2026-02-18"],
    ["через две недели", "2026-02-25"],
    ["in two weeks", "2026-02-25"],
    ["через месяц", "2026-03-11"],
    ["in a month", "2026-03-11"],
    ["через 2 месяца", "2026-04-11"],
    ["в пятницу", "2026-02-13"],
    ["пятница", "2026-02-13"],
    ["ПТ", "2026-02-13"],
    ["во вторник", "2026-02-17"],
    ["в среду", "2026-02-18"],
    ["в эту субботу", "2026-02-14"],
    ["в следующую пятницу", "2026-02-20"],
    ["next friday", "2026-02-20"],
    ["next monday", "2026-02-16"],
    ["on sunday", "2026-02-15"],
  ])("%s → %s", (text, day) => expect(read(text)).toBe(day));
});

describe("a time may stand behind it", () => {
  test.each([
    ["16.02.2026 10:00", "2026-02-16 10:00"],
    ["16.02 10.30", "2026-02-16 10:30"],
    ["завтра в 10", "2026-02-12 10:00"],
    ["завтра, 9-30", "2026-02-12 09:30"],
    ["в пятницу в 15:00", "2026-02-13 15:00"],
    ["next friday at 3 pm", "2026-02-20 15:00"],
    ["16 февраля 2026 г. в 7 вечера", "2026-02-16 19:00"],
    ["завтра 25:00", "no_such_time"],
    ["завтра рано", "unreadable"],
  ])("%s → %s", (text, day) => expect(read(text)).toBe(day));
});

describe("what is no coming day is refused with why", () => {
  test.each([
    ["вчера", "past"],
    ["вчера в 10:00", "past"],
    ["позавчера", "past"],
    ["yesterday", "past"],
    ["3 дня назад", "past"],
    ["2 weeks ago", "past"],
    ["в прошлую пятницу", "past"],
    ["last monday", "past"],
    ["10.02.2026", "past"],
    ["2025-12-31", "past"],
    ["01.02", "past"],
    ["16.02.2050", "far"],
    ["через 9999 дней", "far"],
    ["31.02.2026", "no_such_day"],
    ["29.02.2027", "no_such_day"],
    ["16.13", "no_such_day"],
    ["00.01", "no_such_day"],
    ["", "unreadable"],
    ["когда-нибудь", "unreadable"],
    ["10-30", "unreadable"],
    ["16", "unreadable"],
    ["16.02.2026.5", "unreadable"],
    ["32 декабря", "no_such_day"],
    ["завтрак", "unreadable"],
  ])("%j: %s", (text, why) => expect(read(text)).toBe(why));
});

test.each([
  ["вчера", "2026-02-10"],
  ["day before yesterday", "2026-02-09"],
  ["2 недели назад", "2026-01-28"],
  ["неделю назад", "2026-02-04"],
  ["a month ago", "2026-01-11"],
  ["в прошлую среду", "2026-02-04"],
  ["last friday", "2026-02-06"],
  ["10.02.2026", "2026-02-10"],
])("the past day %s is %s", (text, day) => {
  expect(readDay(text, moscow)).toEqual({ ok: false, why: "past", day });
});

test("today is that of the zone", () => {
  expect(read("сегодня", { now, timeZone: "Asia/Kathmandu" })).toBe("2026-02-12");
  expect(read("11.02.2026", { now, timeZone: "Asia/Kathmandu" })).toBe("past");
});

describe("the moment follows the zone's clock", () => {
  const at = (day: string, time: string, timeZone: string) => {
    const moment = momentAt(day, time, { now, timeZone });
    return moment.ok ? moment.at.toISOString() : moment.why;
  };
  test.each([
    ["2026-02-16", "10:00", "Europe/Moscow", "2026-02-16T07:00:00.000Z"],
    ["2026-02-16", "10:00", "Asia/Kathmandu", "2026-02-16T04:15:00.000Z"],
    // Berlin: winter, summer, the night of 29 March that has no 2:30, the night of 25 October that has it twice.
    ["2026-02-16", "10:00", "Europe/Berlin", "2026-02-16T09:00:00.000Z"],
    ["2026-07-16", "10:00", "Europe/Berlin", "2026-07-16T08:00:00.000Z"],
    ["2026-03-29", "02:30", "Europe/Berlin", "skipped"],
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-02-11", "22:00", "Europe/Moscow", "past"],
    ["2026-02-11", "22:01", "Europe/Moscow", "2026-02-11T19:01:00.000Z"],
  ])("%s %s %s → %s", (day, time, zone, expected) => expect(at(day, time, zone)).toBe(expected));
});
