import { expect, test } from "vitest";
import { fillPlaceholders, placeholdersOf } from "@/components/meetings/fill-placeholders";

test("a text is shown as the bot sends it: lines that say nothing are left out", () => {
  const text = "📅 {topic}\n\n📍 {place}\n🔗 {link}\n\n{fio}: {topic}";
  expect(fillPlaceholders(text, { topic: "{fio} & $&", fio: "Ann" })).toBe(
    "📅 {fio} & $&\n\nAnn: {fio} & $&",
  );
});

test("placeholders are named once each", () => {
  expect(placeholdersOf("{fio} {ФИО} {fio} { x } {}")).toEqual(["fio", "ФИО"]);
});
