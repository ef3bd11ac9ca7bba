import { expect, it } from "vitest";
import { restStandsAlone } from "@/server/ai/rest-stands-alone";

const kept = (text: string) => ({ text, dropped: false });
const dropped = (text: string) => ({ text, dropped: true });

it.each([
  [[kept("The deposit is 200 €."), dropped("It is paid in cash.")], true],
  [[dropped("We are glad to help."), kept("The deposit is 200 €.")], true],
  [[kept("Cancellation is free."), dropped("But only 48 hours before.")], false],
  [[kept("Отмена бесплатна."), dropped("При неявке деньги не возвращаются.")], false],
  [[dropped("The deposit is 200 €."), kept("It is paid in cash.")], false],
  [[dropped("Залог 200 €."), kept("Он возвращается при сдаче.")], false],
  [[dropped("The deposit is 200 €.")], false],
  [[], false],
])("%j → %s", (sentences, expected) => {
  expect(restStandsAlone(sentences)).toBe(expected);
});
