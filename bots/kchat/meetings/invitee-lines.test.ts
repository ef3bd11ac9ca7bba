import { expect, test } from "vitest";
import { takeLines } from "./invitee-lines";
import type { Turn } from "./turn";

const turn = { locale: "ru" } as Turn;

test("good lines are taken once, bad ones named with number and reason", () => {
  const first = takeLines(turn, "Иванов | ivanov@a.ru\nбез адреса\nПетров; petrov@", []);
  expect(first).toMatchObject({ lines: ["Иванов | ivanov@a.ru"], added: 1, hasBad: true });
  expect(first.words).toMatch(
    /Принята 1 строка\.[\s\S]*строка 2: нет ни e-mail.*\n.*строка 3: e-mail с ошибкой/,
  );
  const second = takeLines(turn, "Иванов И. | IVANOV@a.ru\nПетров | petrov@a.ru", first.lines);
  expect(second).toMatchObject({ added: 1, hasBad: false });
  expect(second.lines).toEqual(["Иванов | ivanov@a.ru", "Петров | petrov@a.ru"]);
  expect(takeLines(turn, "Петров | petrov@a.ru", second.lines)).toMatchObject({
    added: 0,
    lines: second.lines,
  });
});

test("many bad lines are told in part, none at all is said so", () => {
  const { words } = takeLines(
    turn,
    Array.from({ length: 30 }, (_, index) => `Гость ${index}`).join("\n"),
    [],
  );
  expect(words).toMatch(/Не принято 30 строк:[\s\S]*…и ещё 10\./);
  expect(takeLines(turn, " \n ", [])).toMatchObject({ added: 0, hasBad: false });
});
