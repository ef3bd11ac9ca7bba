import type { PatternRule } from "@/server/domain/intents/schema";

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

/** The patterns that a workspace begins with: hints, for a word such as «есть» alone decides nothing. */
export const defaultPatterns: readonly PatternRule[] = [
  hint("Broadcast", "broadcast", "напоминаю, свободные к продаже, акция, скидка", 40),
  hint("Complaint", "complaint", "брак, плохо, испорчен, жалоба, претензия, ужасно", 50),
  hint("Order", "order", "беру, заказываю, оформляю, хочу заказать", 50),
  hint("Price", "question", "сколько, цена, стоит, почём", 30),
  hint("Stock", "question", "есть, наличии, остались, когда будет", 20),
  hint("Confirmation", "confirmation", "да, подтверждаю, согласен, ок, хорошо", 20),
];
