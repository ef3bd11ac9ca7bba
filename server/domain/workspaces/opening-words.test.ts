import { expect, test } from "vitest";
import { openingWords } from "./opening-words";

const words = (locale: "en" | "ru", timeZone: string, opening: string, now: string) =>
  openingWords(locale, timeZone, new Date(opening), new Date(now));

test("the day is that of the workspace's zone", () => {
  // 23:30Z on Sunday is Monday already in Kathmandu.
  expect(words("en", "Asia/Kathmandu", "2026-11-23T03:15:00Z", "2026-11-22T23:30:00Z")).toBe(
    "today at 09:00 (GMT+5:45)",
  );
  expect(words("en", "Europe/Belgrade", "2026-11-23T08:00:00Z", "2026-11-22T20:00:00Z")).toBe(
    "tomorrow at 09:00 (GMT+1)",
  );
  expect(words("en", "Europe/Belgrade", "2026-11-23T08:00:00Z", "2026-11-20T20:00:00Z")).toBe(
    "on Monday 23 November at 09:00 (GMT+1)",
  );
});

test("in Russian too", () => {
  expect(words("ru", "Europe/Belgrade", "2026-11-23T08:00:00Z", "2026-11-20T20:00:00Z")).toBe(
    "в понедельник, 23 ноября, в 09:00 (GMT+1)",
  );
  expect(words("ru", "Europe/Belgrade", "2026-11-24T08:00:00Z", "2026-11-20T20:00:00Z")).toBe(
    "во вторник, 24 ноября, в 09:00 (GMT+1)",
  );
  expect(words("ru", "Europe/Belgrade", "2026-11-23T08:00:00Z", "2026-11-22T20:00:00Z")).toBe(
    "завтра в 09:00 (GMT+1)",
  );
});
