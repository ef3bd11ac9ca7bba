import { expect, test } from "vitest";
import { readAnswer } from "./attend-forms";

test.each([
  ["да", "yes", undefined],
  ["Буду!", "yes", undefined],
  ["нет, в поезде", "no", "в поезде"],
  ["Нет в этот день не смогу", "no", "в этот день не смогу"],
  ["может быть — спрошу", "maybe", "спрошу"],
  ["Болею", "sick", undefined],
  ["в командировке, Казань", "trip", "Казань"],
  ["в отпуске до среды", "vacation", "до среды"],
  ["не приду болею", "no", "болею"],
  ["on vacation", "vacation", undefined],
  ["yes: online", "yes", "online"],
])("%s", (text, attendance, comment) => {
  expect(readAnswer(text)).toEqual({ attendance, ...(comment && { comment }) });
});

test.each(["", "данные", "нетерпение", "а кто будет?", "когда начало", "Да нет", "да не приду"])(
  "%j is no answer",
  (text) => {
    expect(readAnswer(text)).toBeNull();
  },
);
