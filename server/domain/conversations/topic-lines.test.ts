import { expect, test } from "vitest";
import type { Contact } from "@/prisma/generated/client";
import { type AuthoredMessage, displayName, packLines, topicLine } from "./topic-lines";

const message = (author: AuthoredMessage["author"], text: string, contact: Partial<Contact> | null = null) =>
  ({ author, text, contact }) as AuthoredMessage;

test("a contact is called by name, else by username, else by number", () => {
  const nobody = { firstName: "", lastName: null, username: null, externalId: "77" };
  expect(displayName({ ...nobody, firstName: "Мария", lastName: "Соколова" })).toBe("Мария Соколова");
  expect(displayName({ ...nobody, username: "maria" })).toBe("@maria");
  expect(displayName(nobody)).toBe("77");
});

test("a line says who, then what; the assistant and notices need no name", () => {
  expect(topicLine(message("customer", "Вопрос"), "Мария")).toBe("👤 Мария\nВопрос");
  expect(topicLine(message("manager", "Ответ", { firstName: "Ana" }), "Мария")).toBe("💬 Ana\nОтвет");
  expect(topicLine(message("assistant", "Ответ \n с переносом"), "Мария")).toBe("🤖 Ответ \n с переносом");
  expect(topicLine(message("system", "Закрыто"), "Мария")).toBe("▫️ Закрыто");
});

test("lines are packed into as few messages as fit, in order, and none is lost", () => {
  expect(packLines([])).toEqual([]);
  expect(packLines(["a", "b"])).toEqual([{ text: "a\n\nb" }]);
  const lines = Array.from({ length: 40 }, (_, index) => `${index}:${"x".repeat(300)}`);
  const packed = packLines(lines);
  expect(packed.length).toBe(4);
  expect(packed.every(({ text }) => text.length <= 3900)).toBe(true);
  expect(packed.flatMap(({ text }) => text.split("\n\n"))).toEqual(lines);
});

test("a line longer than a message stays whole, alone", () => {
  const long = "y".repeat(5000);
  expect(packLines(["a", long, "b"]).map(({ text }) => text)).toEqual(["a", long, "b"]);
});

test("a text with a blank before a line break keeps it", () => {
  expect(topicLine(message("customer", "раз \n два"), "Мария")).toBe("👤 Мария\nраз \n два");
});
