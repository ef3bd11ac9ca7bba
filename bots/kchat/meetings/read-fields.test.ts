import { describe, expect, test } from "vitest";
import { readDayField, readLink, readMinutes, readRepeat, readWords, repeatWords } from "./read-fields";

const turn = { locale: "ru" as const };
const value = (read: { ok: true; value: unknown } | { ok: false; why: string }) =>
  read.ok ? read.value : `✗ ${read.why}`;

test.each([
  ["https://meet.example.com/a?b=c", "https://meet.example.com/a?b=c"],
  [" zoom.us/j/123 ", "https://zoom.us/j/123"],
  ["http://localhost:8080/x", "http://localhost:8080/x"],
])("%s is a link", (text, link) => expect(value(readLink(turn, text))).toBe(link));

test.each(["позвоните", "ftp://x.ru", "https://", "https://a b.ru", "javascript:alert(1)"])(
  "%s is none, with an example of one",
  (text) => expect(value(readLink(turn, text))).toMatch(/^✗.*https:\/\//su),
);

describe("a repetition", () => {
  const when = { timeZone: "Europe/Moscow", startsAt: new Date("2026-02-16T07:00:00Z") };
  test.each([
    ["Ежедневно", { kind: "daily" }],
    ["weekly", { kind: "weekly" }],
    ["По будням", { kind: "cron", cron: "0 10 * * 1-5" }],
    ["weekdays", { kind: "cron", cron: "0 10 * * 1-5" }],
    ["0 10 * * 1-5", { kind: "cron", cron: "0 10 * * 1-5" }],
    ["нет", null],
    ["каждый понедельник", { kind: "weekly" }],
    ["каждый понедельник и среду", { kind: "cron", cron: "0 10 * * 1,3" }],
    ["every Tuesday at 9:30", { kind: "cron", cron: "30 9 * * 2" }],
    ["0 10 * *", "✗"],
    ["0 25 * * *", "✗"],
    ["0 0 30 2 *", "✗"],
    ["иногда", "✗"],
  ])("%s", (text, expected) => {
    const read = value(readRepeat(turn, text, when));
    if (expected === "✗") expect(read).toMatch(/^✗/);
    else expect(read).toEqual(expected);
  });
});

test.each([
  ["5 9 * * 1-5", "по будням в 09:05"],
  ["0 10 * * 1,4", "по понедельникам и четвергам в 10:00"],
  ["30 9 * * 0,2,3", "по вторникам, средам и воскресеньям в 09:30"],
  ["0 10 * * *", "ежедневно в 10:00"],
  ["0 10 16 * *", "каждый месяц 16-го числа в 10:00"],
  ["0 10 16 * 1", "по расписанию 0 10 16 * 1"],
  ["*/5 10 * * 1", "по расписанию */5 10 * * 1"],
])("the rule %s reads %s", (cron, words) => expect(repeatWords(turn, { kind: "cron", cron })).toBe(words));

test.each([
  ["90", 90],
  ["1:30", 90],
  ["1 ч 30 мин", 90],
  ["2 часа", 120],
  ["1,5 часа", 90],
  ["1 hour", 60],
  ["1 день", 1440],
  ["24h", 1440],
  ["полчаса", 30],
  ["полтора часа", 90],
  ["час", 60],
  ["за день", 1440],
  ["half an hour", 30],
  ["an hour", 60],
  ["сколько-то", null],
  ["", null],
])("%s is %s minutes", (text, minutes) => expect(readMinutes(text)).toBe(minutes));

test("a text says how long it may be", () => {
  expect(value(readWords(turn, "  Планёрка ", 20))).toBe("Планёрка");
  expect(value(readWords(turn, "x".repeat(21), 20))).toMatch(/21.*20/u);
  expect(value(readWords(turn, " \n", 20))).toMatch(/^✗/);
});

test("a past day is told as the day that it is, with today's and how a date should look", () => {
  const read = (text: string) => value(readDayField(turn, text, "Europe/Moscow"));
  for (const text of ["вчера", "в прошлую пятницу", "16.02.2020"])
    expect(read(text)).toMatch(
      /^✗ «[^»]+» — это \p{L}{2}, \d+ \p{L}+ \d{4} г\.: этот день уже прошёл\. Сегодня \p{L}{2}, \d+.*, например \d\d\.\d\d\.\d{4}/u,
    );
  expect(read("16.02.2020")).toContain("вс, 16 февраля 2020");
});
