import { expect, test } from "vitest";
import { pairsText, parsePairs } from "./parse-pairs";
import { splitSource } from "./split-source";
import { splitUnits } from "./split-units";

const deposit = { question: "Какой залог?", answer: "200 евро.\nВозвращаем за 3 дня." };
const hours = { question: "Когда вы работаете?", answer: "С 9 до 18." };

test("marked lines, in either language", () => {
  expect(
    parsePairs(
      "В: Какой залог?\nО: 200 евро.\n\nВозвращаем за 3 дня.\n\nВопрос 2: Когда вы работаете?\nОтвет: С 9 до 18.",
    ),
  ).toEqual([deposit, hours]);
  expect(parsePairs("**Q:** What is the deposit?\n**A:** 200 euros.")).toEqual([
    { question: "What is the deposit?", answer: "200 euros." },
  ]);
});

test("two columns of a spreadsheet", () => {
  expect(parsePairs("Какой залог?\t200 евро.\nКогда вы работаете?\tС 9 до 18.")).toEqual([
    { question: "Какой залог?", answer: "200 евро." },
    hours,
  ]);
});

test("plain questions with what follows them; the rest is left out", () => {
  expect(
    parsePairs(
      "Частые вопросы\n\n1. Какой залог?\n200 евро.\nВозвращаем за 3 дня.\n\n## Когда вы работаете?\nС 9 до 18.\n\nЕщё вопрос?\n",
    ),
  ).toEqual([deposit, hours]);
  expect(parsePairs("Никаких вопросов здесь нет.")).toEqual([]);
});

test("each pair stays whole in its passage and is quoted by its answer", () => {
  const [passage] = splitSource({ title: "FAQ", text: pairsText([deposit, hours]) });
  const units = splitUnits(passage?.text ?? "");
  expect(units.map(({ asked }) => asked)).toEqual(["Какой залог?", "Когда вы работаете?"]);
  expect(units.map(({ quote }) => quote.trim())).toEqual([deposit.answer, hours.answer]);
});

test("a line of nothing but spaces between two words costs no more than its length", () => {
  const startedAt = performance.now();
  expect(parsePairs(`a${" ".repeat(190_000)}b?\nYes.`)).toHaveLength(1);
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
