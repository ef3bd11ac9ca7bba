import { expect, test } from "vitest";
import { readYesOrNo } from "./read-yes-or-no";

test.each([
  ["да", "yes"],
  ["Да!", "yes"],
  ["да, позовите менеджера", "yes"],
  ["Давай", "yes"],
  ["давайте", "yes"],
  ["ок 👍", "yes"],
  ["yes please", "yes"],
  ["Yes, call a manager", "yes"],
  ["нет", "no"],
  ["Нет, спасибо.", "no"],
  ["не нужно, спасибо", "no"],
  ["спасибо, не надо", "no"],
  ["No, thanks", "no"],
  ["nope", "no"],
  ["да когда вы уже ответите", null],
  ["нет ли у вас детского кресла?", null],
  ["спасибо", null],
  ["", null],
  ["…", null],
])("«%s» → %s", (text, answer) => {
  expect(readYesOrNo(text)).toBe(answer);
});
