import { foldText } from "./fold-text";

const CONDITION =
  /^(?:для|при|если|в случае|с пакетом|с опцией|по пакету|с тарифом|на тарифе)\s+((?:\S+\s+){0,3}\S+)/;

/** Whether a unit speaks of a special case («Для премиум-класса…», «При аренде от 10 дней…») that the question does not name. */
export function isSpecialCase(quote: string, question: string): boolean {
  const condition = CONDITION.exec(foldText(quote))?.[1];
  if (!condition) return false;
  const numbers = condition.match(/\d+/g);
  if (numbers) return !numbers.some((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(question));
  const beginning = (condition.match(/\p{L}{3,}/u)?.[0] ?? "").slice(0, 5);
  return beginning.length > 0 && !question.includes(beginning);
}
