import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildIndex, type KnowledgeIndex } from "./build-index";
import { decideExtractively } from "./decide-extractively";
import { postgresLexer } from "./postgres-lexer";
import { splitSource } from "./split-source";

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const lexer = postgresLexer((sql, params) => pool.query(sql, params));

const RUSSIAN = `## Цены за сутки
- Компакт с механикой (Volkswagen Golf, Kia Ceed) стоит 41 евро в сутки при аренде на 2–6 дней, 35 евро на 7–13 дней.
- Минивэн на 9 мест с механикой (Renault Trafic) стоит 92 евро в сутки при аренде на 2–6 дней, 82 евро на 7–13 дней.

## Залог
- Залог за эконом-класс (Renault Clio, Opel Corsa) — 150 евро.
- Залог за компакт-класс и электромобиль (Volkswagen Golf, Kia Ceed, Mazda 3) — 250 евро.
- Залог за минивэн (Renault Trafic) — 500 евро.
- Залог за премиум-класс (Mercedes-Benz E-Class) — 1000 евро.
- Залог можно оставить наличными в евро или заблокировать на кредитной карте на имя водителя.
- Дебетовые карты для залога не принимаем.
- Наличный залог возвращаем сразу при сдаче машины, а блокировка на карте снимается в срок до 10 дней.
- Картам российских банков не рады, но можно заплатить рублями по курсу Банка России.

## Часы работы
- Наш офис находится по адресу Савски кей, 21.
- Парковка на улицах в центре оплачивается по SMS.
- Офис открыт с понедельника по пятницу с 8:00 до 20:00, в субботу с 9:00 до 18:00.

## Доставка
- Доставка в аэропорт Белграда имени Николы Теслы стоит 18 евро в одну сторону.

## Чистота, курение и животные
- Мойка после обычной поездки бесплатна, химчистка салона — 90 евро.
- Курить в машине нельзя; штраф 60 евро.

## Дополнительно
- Детское кресло стоит 4 евро в сутки.
- Навигатор GPS стоит 3 евро в сутки.`;

const ENGLISH = `## Prices per day
- A compact car with manual gearbox (Volkswagen Golf, Kia Ceed) costs 41 euros a day for 2–6 days, 35 euros for 7–13 days.
- A nine-seat minivan with manual gearbox (Renault Trafic) costs 92 euros a day for 2–6 days, 82 euros for 7–13 days.

## Deposit
- The deposit for economy cars (Renault Clio, Opel Corsa) is 150 euros.
- The deposit for compact and electric cars (Volkswagen Golf, Kia Ceed, Mazda 3) is 250 euros.
- The deposit for the minivan (Renault Trafic) is 500 euros.
- The deposit for premium cars (Mercedes-Benz E-Class) is 1000 euros.
- You can leave the deposit in cash in euros or have it blocked on a credit card in the driver's name.
- Debit cards are not accepted for the deposit.
- A cash deposit is given back at once when you return the car, and a card block is lifted within 10 days.

## Opening hours
- The office is open Monday to Friday from 8:00 to 20:00 and on Saturday from 9:00 to 18:00.

## Delivery
- Delivery to Belgrade Nikola Tesla Airport costs 18 euros each way.

## Cleanliness, smoking and pets
- Washing after an ordinary trip is free, cleaning the upholstery costs 90 euros.
- Smoking in the car is not allowed; the fine is 60 euros.

## Extras
- A child seat costs 4 euros a day.
- A GPS navigator costs 3 euros a day.`;

const DOG_RU = "С собакой ехать можно с нашим чехлом на сиденье, он стоит 12 евро.";
const DOG_EN = "You may take a dog with our seat cover, which costs 12 euros.";

const passagesOf = (text: string, from: number) =>
  splitSource({ title: "Прокат", text }).map((passage, at) => ({
    ...passage,
    id: from + at,
    sourceId: from,
    sourceTitle: "Прокат",
  }));

let petless: KnowledgeIndex;
let petful: KnowledgeIndex;
beforeAll(async () => {
  petless = await buildIndex([...passagesOf(RUSSIAN, 1), ...passagesOf(ENGLISH, 100)], lexer);
  petful = await buildIndex(
    [
      ...passagesOf(RUSSIAN.replace("- Курить", `- ${DOG_RU}\n- Курить`), 1),
      ...passagesOf(ENGLISH.replace("- Smoking", `- ${DOG_EN}\n- Smoking`), 100),
    ],
    lexer,
  );
});
afterAll(() => pool.end());

const GOLF_RU = "Какой залог за Golf?";
const GOLF_EN = "How much is the deposit for a Golf?";
const COMPACT_RU = "Залог за компакт-класс и электромобиль (Volkswagen Golf, Kia Ceed, Mazda 3) — 250 евро.";
const COMPACT_EN =
  "The deposit for compact and electric cars (Volkswagen Golf, Kia Ceed, Mazda 3) is 250 euros.";

async function say(text: string, earlier: string[], index = petless) {
  const decision = await decideExtractively({ text, earlier }, index);
  return decision.kind === "answer" ? decision.sentences.map((sentence) => sentence.text) : [decision.kind];
}

describe("composeFollowUp", () => {
  it.each([
    ["Можно ли с собакой?", GOLF_RU],
    ["с собакой?", GOLF_RU],
    ["а с собакой?", GOLF_RU],
    ["А с кошкой можно?", GOLF_RU],
    ["Можно с мамой?", GOLF_RU],
    ["А беременным можно?", GOLF_RU],
    ["mozhno s sobakoy?", GOLF_RU],
    ["лодки?", GOLF_RU],
    ["А бассейн есть?", GOLF_RU],
    ["а за Теслу?", GOLF_RU],
    ["Can I bring a dog?", GOLF_EN],
    ["And a dog?", GOLF_EN],
    ["Are dogs allowed?", GOLF_EN],
    ["what about pets?", GOLF_EN],
    ["And boats?", GOLF_EN],
    ["And for a Tesla?", GOLF_EN],
  ])("does not lend «%s» the topic before it", async (text, before) => {
    expect(await say(text, [before])).toEqual(["handover"]);
  });

  it.each([
    ["Можно ли с собакой?", GOLF_RU, DOG_RU],
    ["а с собакой?", GOLF_RU, DOG_RU],
    ["Can I bring a dog?", GOLF_EN, DOG_EN],
    ["And a dog?", GOLF_EN, DOG_EN],
  ])("answers «%s» by what is known of it alone", async (text, before, sentence) => {
    expect(await say(text, [before], petful)).toEqual([sentence]);
  });

  it.each([
    ["а для Kia?", GOLF_RU, COMPACT_RU],
    ["а для Мазды?", GOLF_RU, COMPACT_RU],
    ["а за минивэн?", GOLF_RU, "Залог за минивэн (Renault Trafic) — 500 евро."],
    ["And for a Kia?", GOLF_EN, COMPACT_EN],
    ["and for the minivan?", GOLF_EN, "The deposit for the minivan (Renault Trafic) is 500 euros."],
    ["а наличными?", GOLF_RU, "Залог можно оставить наличными"],
    ["Когда его вернут?", GOLF_RU, "Наличный залог возвращаем сразу"],
    ["When do I get it back?", GOLF_EN, "A cash deposit is given back at once"],
    ["Курить можно?", GOLF_RU, "Курить в машине нельзя"],
    ["адрес?", GOLF_RU, "по адресу Савски кей"],
    ["а в субботу?", "До скольки работает офис?", "в субботу с 9:00"],
    ["and on Saturday?", "When is the office open?", "on Saturday from 9:00"],
    ["а на неделю?", "Сколько стоит Golf на два дня?", "35 евро на 7–13 дней"],
    ["and for two days?", "How much is a Golf for a week?", "A compact car"],
    ["а навигатор?", "Сколько стоит детское кресло?", "Навигатор GPS"],
    ["and a navigator?", "How much is a child seat?", "A GPS navigator"],
  ])("completes «%s» by the question before it", async (text, before, fact) => {
    const sentences = await say(text, [before]);
    expect(sentences[0]).toContain(fact);
  });

  it.each([
    [GOLF_RU, COMPACT_RU],
    [GOLF_EN, COMPACT_EN],
    ["Какой залог за минивэн?", "Залог за минивэн (Renault Trafic) — 500 евро."],
    ["Какой залог за E-Class?", "Залог за премиум-класс (Mercedes-Benz E-Class) — 1000 евро."],
    [
      "How much is the deposit for the E-Class?",
      "The deposit for premium cars (Mercedes-Benz E-Class) is 1000 euros.",
    ],
  ])("says of other cars nothing to «%s»", async (text, sentence) => {
    expect(await say(text, [])).toEqual([sentence]);
  });
});
