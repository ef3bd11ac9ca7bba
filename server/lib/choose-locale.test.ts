import { expect, test } from "vitest";
import { chooseLocale } from "@/server/lib/choose-locale";

test("the cookie wins over the browser", () => {
  expect(chooseLocale("ru", "en-US,en;q=0.9")).toBe("ru");
  expect(chooseLocale("xx", "ru")).toBe("ru");
});

test("the browser's languages count by weight, not by place", () => {
  expect(chooseLocale(undefined, "en;q=0.3, ru-RU;q=0.8")).toBe("ru");
  expect(chooseLocale(undefined, "de-DE,de;q=0.9,ru;q=0.5,en;q=0.4")).toBe("ru");
  expect(chooseLocale(undefined, "ru;q=0, en")).toBe("en");
});

test("without a language that we speak it is English", () => {
  expect(chooseLocale(undefined, "de, fr;q=0.5")).toBe("en");
  expect(chooseLocale(undefined, null)).toBe("en");
  expect(chooseLocale(undefined, "*;q=abc,,;")).toBe("en");
});
