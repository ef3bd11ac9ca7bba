import { expect, test } from "vitest";
import { fillText, placeholdersIn } from "./fill-text";

test("placeholders are replaced once: what a value says in braces stays", () => {
  expect(fillText("{fio} → {topic}", { fio: "{topic}", topic: "$& {fio}" })).toBe("{topic} → $& {fio}");
});

test("a line that has nothing to say is left out", () => {
  const text = "📅 {topic}\n\n📍 {place}\n🔗 {link}\n\n{date}, {time}";
  expect(fillText(text, { topic: "Планёрка", place: " ", date: "16.02.2026" })).toBe(
    "📅 Планёрка\n\n16.02.2026,",
  );
});

test("names of objects' own properties are no values", () => {
  expect(fillText("a {constructor} b {fio}", { fio: "Ann" })).toBe("a  b Ann");
});

test("placeholders are named once each, in any alphabet; other braces are none", () => {
  expect(placeholdersIn("{fio} {ФИО} {fio} { x } {} {a-b}")).toEqual(["fio", "ФИО"]);
});
