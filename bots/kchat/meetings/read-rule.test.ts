import { describe, expect, test } from "vitest";
import { firstDayOf, readRule, repeatOfRule } from "./read-rule";

// A Monday, 10:00 in Moscow.
const monday = { timeZone: "Europe/Moscow", startsAt: new Date("2026-02-16T07:00:00Z") };
const read = (text: string) => {
  const rule = readRule(text);
  if (!rule) return null;
  const repeat = repeatOfRule(rule, monday);
  return repeat.kind === "cron" ? repeat.cron : repeat.kind;
};

describe("a repetition in words", () => {
  test.each([
    ["ежедневно", "daily"],
    ["Каждый день", "daily"],
    ["every day at 9", "0 9 * * *"],
    ["еженедельно", "weekly"],
    ["раз в неделю", "weekly"],
    ["каждый понедельник", "weekly"],
    ["по понедельникам в 10:00", "weekly"],
    ["каждый вторник", "0 10 * * 2"],
    ["Каждый вторник.", "0 10 * * 2"],
    ["каждую среду", "0 10 * * 3"],
    ["каждое воскресенье", "0 10 * * 0"],
    ["по вторникам", "0 10 * * 2"],
    ["вт", "0 10 * * 2"],
    ["every Tuesday", "0 10 * * 2"],
    ["on Tuesdays and Thursdays", "0 10 * * 2,4"],
    ["каждый понедельник и среду", "0 10 * * 1,3"],
    ["каждый понедельник и каждую среду в 15.30", "30 15 * * 1,3"],
    ["по пн, ср и пт", "0 10 * * 1,3,5"],
    ["пн/чт 9:00", "0 9 * * 1,4"],
    ["еженедельно по средам", "0 10 * * 3"],
    ["по будням", "0 10 * * 1-5"],
    ["в будни", "0 10 * * 1-5"],
    ["weekdays", "0 10 * * 1-5"],
    ["пн-пт", "0 10 * * 1-5"],
    ["с понедельника по пятницу", "0 10 * * 1-5"],
    ["Monday to Friday", "0 10 * * 1-5"],
    ["сб-пн", "0 10 * * 0,1,6"],
    ["по выходным", "0 10 * * 0,6"],
    ["пн-вс", "daily"],
    ["каждый месяц", "0 10 16 * *"],
    ["monthly", "0 10 16 * *"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test.each(["иногда", "каждый", "по", "каждый второй вторник", "вторник 25:00", "раз в две недели", ""])(
    "%s is none",
    (text) => expect(read(text)).toBeNull(),
  );
});

test.each([
  ["каждый вторник", "2026-02-17"],
  ["каждый понедельник", "2026-02-23"],
  ["по выходным", "2026-02-21"],
  ["каждый день", "2026-02-17"],
  ["еженедельно", null],
  ["каждый месяц", null],
])("%s begins after Monday, 16 February, on %s", (text, day) => {
  const rule = readRule(text);
  expect(rule && firstDayOf(rule, "2026-02-16")).toBe(day);
});
