import { expect, test } from "vitest";
import { heardWords } from "./heard-words";

test.each([
  "Продолжение следует...",
  "Субтитры сделал DimaTorzok",
  "Субтитры создавал DimaTorzok Субтитры создавал DimaTorzok",
  "Редактор субтитров А.Семкин Корректор А.Егорова",
  "Спасибо за просмотр! Подписывайтесь на канал!",
  "Thanks for watching!",
  "Subtitles by the Amara.org community",
  "[Музыка]",
  "(applause) ♪ la la ♪",
  " . ",
])("nothing was said in “%s”", (text) => {
  expect(heardWords(text, [])).toBe("");
});

test.each([
  "Да",
  "Спасибо",
  "Спасибо за внимание к моему заказу, а когда привезут?",
  "Субтитры у вас на сайте не работают",
  "Продолжение следует, или это весь заказ?",
])("“%s” was said", (text) => {
  expect(heardWords(text, [])).toBe(text);
});

test("segments without speech are left out, sure ones stay", () => {
  const spoken = { text: " Есть пионы?", no_speech_prob: 0.02, avg_logprob: -0.2 };
  const noise = { text: " Спасибо.", no_speech_prob: 0.95, avg_logprob: -0.3 };
  const unsure = { text: " Угу.", no_speech_prob: 0.7, avg_logprob: -1.4 };
  const quiet = { text: " Да.", no_speech_prob: 0.7, avg_logprob: -0.3 };
  const invented = { text: " Продолжение следует...", no_speech_prob: 0.1, avg_logprob: -0.1 };
  expect(heardWords("Есть пионы? Спасибо. Продолжение следует...", [spoken, noise, invented])).toBe(
    "Есть пионы?",
  );
  expect(heardWords("Угу.", [unsure])).toBe("");
  expect(heardWords("Да.", [quiet])).toBe("Да.");
});
