import type { PatternRule } from "@/server/domain/intents/schema";
import type { Locale } from "@/server/lib/phrases";

/** From this priority on a pattern decides alone; below it is a hint to whoever understands the text. */
export const DECIDES_FROM = 100;

const hint = (
  name: string,
  intent: PatternRule["intent"],
  pattern: string,
  priority: number,
): PatternRule => ({
  name,
  intent,
  kind: "keywords",
  pattern,
  priority,
  urgent: false,
});

/** What the defaults are called where people speak Russian. */
const inRussian: Record<string, string> = {
  Broadcast: "Рассылка",
  Complaint: "Жалоба",
  Order: "Заказ",
  Price: "Цена",
  Stock: "Наличие",
  Confirmation: "Подтверждение",
};

/** The patterns that a workspace begins with, named in its language: all can be changed. */
export function firstPatterns(locale: Locale): PatternRule[] {
  return defaultPatterns.map((one) => ({
    ...one,
    name: (locale === "ru" && inRussian[one.name]) || one.name,
  }));
}

/** The hints of everybody who has no patterns of their own; a word such as «есть» alone decides nothing. */
export const defaultPatterns: readonly PatternRule[] = [
  hint("Broadcast", "broadcast", "напоминаю, свободные к продаже, акция, скидка", 40),
  hint("Complaint", "complaint", "брак, плохо, испорчен, жалоба, претензия, ужасно", 50),
  hint("Order", "order", "беру, заказываю, оформляю, хочу заказать", 50),
  hint("Price", "question", "сколько, цена, стоит, почём", 30),
  hint("Stock", "question", "есть, наличии, остались, когда будет", 20),
  hint("Confirmation", "confirmation", "да, подтверждаю, согласен, ок, хорошо", 20),
];
