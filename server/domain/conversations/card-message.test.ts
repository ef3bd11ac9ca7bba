import { expect, test } from "vitest";
import { cardMessage } from "./card-message";
import type { CardConversation } from "./queue-card";

const conversation = (change: object = {}, contact: object = {}) =>
  ({
    id: 12,
    language: "ru",
    handoffReason: "not_found",
    summary: "Спрашивает о вертолётах",
    contact: { firstName: "Мария", lastName: "Соколова", username: "maria", externalId: "1", ...contact },
    resource: { provider: "telegram", name: "Shop bot" },
    workspace: { locale: "en", timeZone: "Europe/Belgrade" },
    ...change,
  }) as unknown as CardConversation;

test("a card says who, language, reason, summary, and carries its buttons", () => {
  const card = cardMessage(conversation(), [], 0);
  expect(card.text.split("\n")).toEqual([
    "Мария Соколова",
    "@maria · https://t.me/maria",
    "Language: Russian",
    "Why a person: the answer is not in the knowledge base",
    "About: Спрашивает о вертолётах",
    "First conversation",
  ]);
  expect(card.entities).toEqual([{ type: "bold", offset: 0, length: "Мария Соколова".length }]);
  expect(card.buttons).toEqual([
    [
      { label: "Close", data: "close:12" },
      { label: "Back to the assistant", data: "ai:12" },
    ],
  ]);
});

test("earlier conversations are counted and named with day and rating in the firm's time zone", () => {
  const earlier = [
    { id: 9, openedAt: new Date("2026-03-01T23:30:00Z"), rating: 5 },
    { id: 4, openedAt: new Date("2026-02-01T10:00:00Z"), rating: null },
  ];
  expect(cardMessage(conversation(), earlier, 7).text).toContain(
    "Earlier conversations: 7 (#9 Mar 2, 2026 5★, #4 Feb 1, 2026)",
  );
});

test("a blocked bot is told, and what is unknown is left out", () => {
  const card = cardMessage(
    conversation({ handoffReason: null, summary: null }, { username: null, blockedAt: new Date() }),
    [],
    0,
  );
  expect(card.text).toContain("Has blocked the bot");
  expect(card.text).not.toMatch(/Why a person|About|t\.me/);
});

test("the firm's language is the card's", () => {
  const card = cardMessage(conversation({ workspace: { locale: "ru", timeZone: "UTC" } }), [], 0);
  expect(card.text).toContain("Язык: русский");
});

test.each(["zz", "en", "sr", "und"])("language %s never breaks the card", (language) => {
  expect(cardMessage(conversation({ language }), [], 0).text).toContain("Language: ");
});

test("in another resource's group the card names the channel; who has no public page is named without", () => {
  const resource = { provider: "kchat", name: "KChat" };
  const card = cardMessage(conversation({ resource }), [], 0, true);
  expect(card.text.split("\n").slice(1, 3)).toEqual(["@maria", "Channel: KChat"]);
  const named = conversation({ resource: { ...resource, name: "Office" } }, { blockedAt: new Date() });
  expect(cardMessage(named, [], 0, true).text).toMatch(/Channel: KChat · Office[\s\S]*nothing reaches them/);
});
