import { expect, test } from "vitest";
import { matchPattern } from "@/server/domain/intents/match-pattern";
import { readEntities } from "@/server/domain/intents/read-entities";
import { understandOffline } from "@/server/domain/intents/understand-offline";

test.each([
  ["почём сегодня эустома?", "question", false],
  ["Добавьте к заказу 3 пачки рускуса", "order", false],
  ["срочно отложите 2 коробки, клиент ждёт", "order", true],
  ["привезли не тот сорт, не хватает двух пачек", "complaint", true],
  ["в прошлый раз роза не простояла и двух дней", "complaint", false],
  ["красивый сорт, подумаю", "interest", false],
  ["да, всё верно, ждём завтра", "confirmation", false],
  ["Уважаемые клиенты! Завтра склад работает до 14:00", "broadcast", false],
  ["доброе утро", "other", false],
  ["Позовите менеджера", "other", false],
  ["соедините с живым менеджером", "other", false],
  ["привезли брак, верните деньги и позовите менеджера", "complaint", false],
  ["", "other", false],
])("%s is %s", (text, intent, urgent) => {
  expect(understandOffline(text)).toMatchObject({ intent, urgent });
});

test("what is urgent says why", () => {
  expect(understandOffline("нужны 20 гербер сегодня к 15:00").urgentWhy).toBe("сегодня");
});

test("what spoke for an intent is said in words of the text, not in names of ours", () => {
  const { why } = understandOffline("Третий раз брак! Верните 4500 рублей, +7 999 123-45-67");
  expect(why[0]).toBe("Complaint: брак");
  expect(why).not.toContain("брак");
  for (const word of why) expect(word).not.toMatch(/^[a-z]+$|[!^$]/i);
});

test("entities are read as they are written", () => {
  expect(readEntities("завтра к 10:00 три пачки кустовой розы по 1 200 ₽, звоните +7 916 123-45-67")).toEqual(
    {
      products: ["кустовой розы"],
      quantities: [{ value: 3, unit: "пачки" }],
      prices: [{ value: 1200, currency: "RUB" }],
      dates: ["завтра", "10:00"],
      phones: ["+7 916 123-45-67"],
    },
  );
  expect(readEntities("10 гипсофилы\n5 салал")).toMatchObject({
    products: ["гипсофилы", "салал"],
    quantities: [{ value: 10 }, { value: 5 }],
  });
});

test("keywords are found in any form, whole or begun; expressions in linear time", () => {
  const keywords = (pattern: string) => ({ kind: "keywords" as const, pattern });
  expect(matchPattern("Новые акции недели", keywords("скидка, акция"))).toBe("акции");
  expect(matchPattern("другая дата", keywords("да"))).toBeNull();
  expect(matchPattern("распродажный день", keywords("распрод*"))).toBe("распродажный");
  expect(matchPattern(`${"a".repeat(3900)}!`, { kind: "regex", pattern: "(a+)+$" })).toBeNull();
  expect(matchPattern("ЁЛКА 5 шт", { kind: "regex", pattern: "ёлка \\d+" })).toBe("елка 5");
});
