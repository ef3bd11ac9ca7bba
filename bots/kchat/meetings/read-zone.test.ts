import { expect, test } from "vitest";
import { readZone, splitZone } from "./read-zone";

test.each([
  ["Москва", "Europe/Moscow"],
  ["по Москве", "Europe/Moscow"],
  ["московское время", "Europe/Moscow"],
  ["по московскому времени", "Europe/Moscow"],
  ["МСК", "Europe/Moscow"],
  ["msk", "Europe/Moscow"],
  ["Санкт-Петербург", "Europe/Moscow"],
  ["екатеринбург", "Asia/Yekaterinburg"],
  ["Екб", "Asia/Yekaterinburg"],
  ["Пермь", "Asia/Yekaterinburg"],
  ["по Новосибирску", "Asia/Novosibirsk"],
  ["Омск", "Asia/Omsk"],
  ["Томск", "Asia/Tomsk"],
  ["Чита", "Asia/Chita"],
  ["Южно-Сахалинск", "Asia/Sakhalin"],
  ["Берлин", "Europe/Berlin"],
  ["Berlin", "Europe/Berlin"],
  ["new york", "America/New_York"],
  ["Europe/Berlin", "Europe/Berlin"],
  [" europe/berlin ", "Europe/Berlin"],
  ["UTC+5", "Asia/Yekaterinburg"],
  ["utc +05:00", "Asia/Yekaterinburg"],
  ["GMT+3", "Europe/Moscow"],
  ["+7", "Asia/Krasnoyarsk"],
  ["UTC", "UTC"],
  ["UTC+0", "UTC"],
  ["UTC−4", "Etc/GMT+4"],
  ["UTC+13", "Etc/GMT-13"],
  ["UTC+5:45", "Asia/Katmandu"],
  ["МСК+2", "Asia/Yekaterinburg"],
  ["мск -1", "Europe/Kaliningrad"],
  ["MSK+0", "Europe/Moscow"],
])("%s is %s", (text, zone) => expect(readZone(text)).toBe(zone));

test.each(["", "Нарния", "когда-нибудь", "UTC+25", "10:00", "5", "да", "Читать"])("%s is no zone", (text) =>
  expect(readZone(text)).toBeNull(),
);

test.each([
  ["10:00 по Москве", { rest: "10:00", zone: "Europe/Moscow" }],
  ["завтра в 10 (UTC+5)", { rest: "завтра в 10", zone: "Asia/Yekaterinburg" }],
  ["tomorrow at 10:00 New York", { rest: "tomorrow at 10:00", zone: "America/New_York" }],
  ["завтра в 10:00, МСК+2", { rest: "завтра в 10:00", zone: "Asia/Yekaterinburg" }],
  ["завтра в 10:00", null],
  ["Москва", null],
])("%s ends with a zone", (text, parts) => expect(splitZone(text)).toEqual(parts));
