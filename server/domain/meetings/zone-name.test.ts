import { expect, test } from "vitest";
import { zoneName } from "./zone-name";

const at = new Date("2026-02-16T07:00:00Z");

test.each([
  ["en", "Europe/Moscow", "Moscow, GMT+3"],
  ["ru", "Europe/Moscow", "Москва, GMT+3"],
  ["ru", "Asia/Yekaterinburg", "Екатеринбург, GMT+5"],
  ["en", "America/New_York", "New York, GMT-5"],
  ["en", "Asia/Kathmandu", "Kathmandu, GMT+5:45"],
  ["ru", "Etc/GMT+4", "GMT-4"],
])("in %s %s is %s", (locale, zone, name) => expect(zoneName(locale, zone, at)).toBe(name));

test("without a moment there is no offset, which may differ by season", () => {
  expect(zoneName("ru", "Europe/Moscow")).toBe("Москва");
  expect(zoneName("ru", "UTC")).toBe("UTC");
});
