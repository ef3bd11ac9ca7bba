import { expect, test } from "vitest";
import type { Contact } from "@/prisma/generated/client";
import { mergeTexts } from "@/server/domain/messages/merge-texts";
import type { OutgoingMessage } from "@/server/providers/provider";
import { type AuthoredMessage, displayName, packLines, topicLine } from "./topic-lines";

const message = (author: AuthoredMessage["author"], text: string, contact: Partial<Contact> | null = null) =>
  ({ author, text, contact, entities: [] as unknown }) as AuthoredMessage;

const pack = (lines: OutgoingMessage[]) => packLines(lines).map(mergeTexts);
const said = (...texts: string[]) => texts.map((text) => ({ text }));

test("a contact is called by name, else by username, else by number", () => {
  const nobody = { firstName: "", lastName: null, username: null, externalId: "77" };
  expect(displayName({ ...nobody, firstName: "Мария", lastName: "Соколова" })).toBe("Мария Соколова");
  expect(displayName({ ...nobody, username: "maria" })).toBe("@maria");
  expect(displayName(nobody)).toBe("77");
});

test("a line says who, then what; the assistant and notices need no name", () => {
  expect(topicLine(message("customer", "Вопрос"), "Мария").text).toBe("👤 Мария\nВопрос");
  expect(topicLine(message("manager", "Ответ", { firstName: "Ana" }), "Мария").text).toBe("💬 Ana\nОтвет");
  expect(topicLine(message("assistant", "Ответ \n с переносом"), "Мария").text).toBe(
    "🤖 Ответ \n с переносом",
  );
  expect(topicLine(message("system", "Закрыто"), "Мария").text).toBe("ℹ️ Закрыто");
});

test("lines are packed into as few messages as fit, in order, and none is lost", () => {
  expect(pack([])).toEqual([]);
  expect(pack(said("a", "b"))).toEqual([{ text: "a\n\nb" }]);
  const lines = Array.from({ length: 40 }, (_, index) => `${index}:${"x".repeat(300)}`);
  const packed = pack(said(...lines));
  expect(packed.length).toBe(4);
  expect(packed.every(({ text }) => text.length <= 3900)).toBe(true);
  expect(packed.flatMap(({ text }) => text.split("\n\n"))).toEqual(lines);
});

test("a line longer than a message stays whole, alone", () => {
  const long = "y".repeat(5000);
  expect(pack(said("a", long, "b")).map(({ text }) => text)).toEqual(["a", long, "b"]);
});

test("a text with a blank before a line break keeps it", () => {
  expect(topicLine(message("customer", "раз \n два"), "Мария").text).toBe("👤 Мария\nраз \n два");
});

test("formatting moves with its text, behind the author and into the packed message", () => {
  const bold = { ...message("customer", "very loud"), entities: [{ type: "bold", offset: 5, length: 4 }] };
  const line = topicLine(bold, "Мария", "✏️ ");
  const [packed] = pack([...said("before"), line]);
  const [entity] = packed?.entities ?? [];
  expect(packed?.text).toBe("before\n\n✏️ 👤 Мария\nvery loud");
  expect(packed?.text.slice(entity?.offset)).toBe("loud");
});

test("what carries files alone has no empty line under its author", () => {
  expect(topicLine(message("manager", "", { firstName: "Ana" }), "Мария").text).toBe("💬 Ana");
});
