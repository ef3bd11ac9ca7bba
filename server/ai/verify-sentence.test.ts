import { describe, expect, it } from "vitest";
import { splitTokens } from "@/server/ai/facts/split-tokens";
import { verifySentence } from "@/server/ai/verify-sentence";

const texts = [
  "Размер залога: эконом и компакт — 200 евро, средний класс и кроссовер — 300 евро, минивэн — 400 евро, премиум — 800 евро.",
  "Залог можно оставить наличными в евро или заблокировать на кредитной карте; дебетовые карты для залога не подходят. Наличный залог возвращаем сразу при сдаче машины, блокировка на карте снимается в срок до 14 дней.",
  "Офис открыт с понедельника по пятницу с 8:00 до 20:00, в субботу и воскресенье с 9:00 до 17:00. 1 и 7 января офис закрыт.",
  "Минимальный возраст водителя: 21 год; для кроссовера и минивэна — 23 года; для премиум-класса — 27 лет. Стаж вождения: от 2 лет.",
  "Разрешён выезд в Черногорию, Боснию и Герцеговину, Северную Македонию и страны Евросоюза. Выезд в Косово и Албанию запрещён: штраф 500 евро, страховка там не действует.",
  "В цену входит 250 км в сутки. При аренде от 10 дней пробег по Сербии не ограничен. Перепробег: 0,12 евро за километр.",
  "Отмена больше чем за 48 часов до начала аренды бесплатна, предоплату возвращаем полностью. При более поздней отмене или неявке предоплата не возвращается.",
  "Первый дополнительный водитель бесплатно, каждый следующий — 10 евро за всю аренду. Детское кресло: 3 евро в сутки, но не больше 30 евро за аренду. Бустер бесплатно.",
  "Доставка в аэропорт Николы Теслы: 15 евро в одну сторону; при аренде от 7 дней бесплатно. В аэропорту водитель при задержке рейса ждёт до 2 часов бесплатно.",
  "Курить в машине нельзя, штраф 50 евро. Парковка в центре Белграда платная, её оплачивает клиент по SMS.",
  "The office is open from 8 am to 8 pm on weekdays. The deposit is €200 and is fully refundable. Pets are not allowed. Delivery within Belgrade costs 10 euros per rental.",
  "Зимние шины с 1 ноября по 1 апреля уже стоят на всех машинах, это бесплатно. USDT (сеть TRC-20) принимаем за аренду, но не за залог.",
  "Для брони нужна предоплата 20 %, остальное — при получении машины. Стоимость аренды микроавтобуса 1 500 евро в месяц.",
  "Телефон: +381 11 555 0142. Электронная почта: rent@kalemegdan-auto.example.",
  "Cars may be taken to Croatia, Hungary and Romania for an extra fee of 60 euros. Travel to Kosovo is prohibited. A child seat is free of charge. Minimum rental period: 2 days.",
  "Эконом, механика: 28 евро в сутки при аренде 2–6 дней, 24 евро при 7–20 днях, 20 евро от 21 дня.",
];
const passages = texts.map((text, id) => ({ id, sourceTitle: "Правила аренды", heading: [], text }));

function check(text: string, passage: number, quote?: string) {
  return verifySentence(
    { text, quotes: [{ passage, quote: quote ?? texts[passage] ?? "" }] },
    passages,
    "Калемегдан Авто",
  );
}

/** [sentence, passage, quote]: true paraphrases of either language. */
const TRUE: [string, number, string?][] = [
  ["Залог за эконом-класс — 200 евро.", 0, "эконом и компакт — 200 евро"],
  ["The deposit for the economy class is €200.", 0, "эконом и компакт — 200 евро"],
  ["The deposit for a minivan is 400 euros.", 0],
  ["Для премиума залог составляет 800 €.", 0],
  ["Залог за компакт двести евро.", 0],
  ["Дебетовые карты для залога не подходят.", 1, "дебетовые карты для залога не подходят"],
  ["Debit cards are not accepted for the deposit.", 1, "дебетовые карты для залога не подходят"],
  [
    "Залог можно внести наличными или картой.",
    1,
    "Залог можно оставить наличными в евро или заблокировать на кредитной карте",
  ],
  [
    "You can leave the deposit in cash or block it on a credit card.",
    1,
    "Залог можно оставить наличными в евро или заблокировать на кредитной карте",
  ],
  ["The block on the card is lifted within 14 days.", 1, "блокировка на карте снимается в срок до 14 дней"],
  [
    "Блокировка снимается за срок до четырнадцати дней.",
    1,
    "блокировка на карте снимается в срок до 14 дней",
  ],
  [
    "On weekdays the office is open from 8:00 to 20:00.",
    2,
    "Офис открыт с понедельника по пятницу с 8:00 до 20:00",
  ],
  [
    "The office is open Monday to Friday from 8 am to 8 pm.",
    2,
    "Офис открыт с понедельника по пятницу с 8:00 до 20:00",
  ],
  ["В субботу и воскресенье мы работаем с 9 до 17.", 2, "в субботу и воскресенье с 9:00 до 17:00"],
  ["В выходные офис открыт с 9:00 до 17:00.", 2, "в субботу и воскресенье с 9:00 до 17:00"],
  ["On weekends we are open 9:00–17:00.", 2, "в субботу и воскресенье с 9:00 до 17:00"],
  ["1 и 7 января офис не работает.", 2, "1 и 7 января офис закрыт"],
  ["The office is closed on January 1 and 7.", 2, "1 и 7 января офис закрыт"],
  ["Водителю должно быть не меньше 21 года.", 3, "Минимальный возраст водителя: 21 год"],
  ["The minimum age of a driver is 21.", 3, "Минимальный возраст водителя: 21 год"],
  ["Drivers must be at least 21 years old.", 3, "Минимальный возраст водителя: 21 год"],
  ["You need at least two years of driving experience.", 3, "Стаж вождения: от 2 лет"],
  ["Нужен стаж от двух лет.", 3, "Стаж вождения: от 2 лет"],
  ["В Черногорию выезжать можно.", 4, "Разрешён выезд в Черногорию, Боснию и Герцеговину"],
  ["You can drive to Montenegro and Bosnia.", 4, "Разрешён выезд в Черногорию, Боснию и Герцеговину"],
  [
    "Travel to EU countries is allowed.",
    4,
    "Разрешён выезд в Черногорию, Боснию и Герцеговину, Северную Македонию и страны Евросоюза",
  ],
  ["Выезд в Албанию запрещён, штраф 500 евро.", 4, "Выезд в Косово и Албанию запрещён: штраф 500 евро"],
  ["Driving to Kosovo or Albania is not allowed.", 4, "Выезд в Косово и Албанию запрещён"],
  ["No, trips to Albania are prohibited.", 4, "Выезд в Косово и Албанию запрещён"],
  ["The price includes 250 km per day.", 5, "В цену входит 250 км в сутки"],
  ["В стоимость включено 250 километров в день.", 5, "В цену входит 250 км в сутки"],
  [
    "For rentals from 10 days mileage within Serbia is unlimited.",
    5,
    "При аренде от 10 дней пробег по Сербии не ограничен",
  ],
  [
    "При аренде от 10 дней пробег по Сербии без ограничений.",
    5,
    "При аренде от 10 дней пробег по Сербии не ограничен",
  ],
  ["Each extra kilometre costs €0.12.", 5, "Перепробег: 0,12 евро за километр"],
  ["Лишний километр стоит 0.12 €.", 5, "Перепробег: 0,12 евро за километр"],
  [
    "Cancellation more than 48 hours before the start is free.",
    6,
    "Отмена больше чем за 48 часов до начала аренды бесплатна",
  ],
  [
    "Бронь можно бесплатно отменить не позднее чем за 48 часов до начала аренды.",
    6,
    "Отмена больше чем за 48 часов до начала аренды бесплатна",
  ],
  [
    "При неявке предоплата не возвращается.",
    6,
    "При более поздней отмене или неявке предоплата не возвращается",
  ],
  [
    "In case of a no-show the prepayment is not refunded.",
    6,
    "При более поздней отмене или неявке предоплата не возвращается",
  ],
  ["The first additional driver is free.", 7, "Первый дополнительный водитель бесплатно"],
  ["Каждый следующий водитель стоит 10 евро за всю аренду.", 7, "каждый следующий — 10 евро за всю аренду"],
  ["Each further driver costs 10 euros for the whole rental.", 7, "каждый следующий — 10 евро за всю аренду"],
  [
    "A child seat is 3 euros a day but no more than 30 euros per rental.",
    7,
    "Детское кресло: 3 евро в сутки, но не больше 30 евро за аренду",
  ],
  ["Детское кресло стоит 3 € в день.", 7, "Детское кресло: 3 евро в сутки"],
  ["A booster is free of charge.", 7, "Бустер бесплатно"],
  ["Бустер предоставляется без доплаты.", 7, "Бустер бесплатно"],
  [
    "Доставка в аэропорт стоит 15 евро в одну сторону.",
    8,
    "Доставка в аэропорт Николы Теслы: 15 евро в одну сторону",
  ],
  [
    "Delivery to Nikola Tesla airport costs 15 euros one way.",
    8,
    "Доставка в аэропорт Николы Теслы: 15 евро в одну сторону",
  ],
  [
    "If the flight is delayed the driver waits up to two hours for free.",
    8,
    "при задержке рейса ждёт до 2 часов бесплатно",
  ],
  ["Курить в машине запрещено.", 9, "Курить в машине нельзя"],
  ["Smoking in the car is not allowed; the fine is 50 euros.", 9, "Курить в машине нельзя, штраф 50 евро"],
  ["Parking in the centre of Belgrade is paid.", 9, "Парковка в центре Белграда платная"],
  [
    "Парковку клиент оплачивает сам по SMS.",
    9,
    "Парковка в центре Белграда платная, её оплачивает клиент по SMS",
  ],
  ["По будням офис открыт с 8 утра до 8 вечера.", 10, "The office is open from 8 am to 8 pm on weekdays"],
  ["Офис работает с 8:00 до 20:00 в будние дни.", 10, "The office is open from 8 am to 8 pm on weekdays"],
  ["Залог 200 евро возвращается полностью.", 10, "The deposit is €200 and is fully refundable"],
  ["С животными нельзя.", 10, "Pets are not allowed"],
  ["Доставка по Белграду — 10 евро за аренду.", 10, "Delivery within Belgrade costs 10 euros per rental"],
  [
    "Winter tyres are fitted from 1 November to 1 April at no extra cost.",
    11,
    "Зимние шины с 1 ноября по 1 апреля уже стоят на всех машинах, это бесплатно",
  ],
  [
    "Зимой, с 1 ноября по 1 апреля, стоят зимние шины.",
    11,
    "Зимние шины с 1 ноября по 1 апреля уже стоят на всех машинах",
  ],
  [
    "USDT is accepted for the rental but not for the deposit.",
    11,
    "USDT (сеть TRC-20) принимаем за аренду, но не за залог",
  ],
  ["Для брони нужна предоплата 20%.", 12, "Для брони нужна предоплата 20 %"],
  ["A 20% prepayment is required to book.", 12, "Для брони нужна предоплата 20 %"],
  ["Аренда микроавтобуса стоит 1500 € в месяц.", 12, "Стоимость аренды микроавтобуса 1 500 евро в месяц"],
  ["A minibus costs 1,500 euros per month.", 12, "Стоимость аренды микроавтобуса 1 500 евро в месяц"],
  ["Позвоните нам: +381 11 555-0142.", 13, "Телефон: +381 11 555 0142"],
  ["Write to rent@kalemegdan-auto.example.", 13, "Электронная почта: rent@kalemegdan-auto.example"],
  [
    "В Хорватию и Венгрию можно за 60 евро.",
    14,
    "Cars may be taken to Croatia, Hungary and Romania for an extra fee of 60 euros",
  ],
  ["В Косово ехать запрещено.", 14, "Travel to Kosovo is prohibited"],
  ["Детское кресло бесплатно.", 14, "A child seat is free of charge"],
  ["Минимальный срок аренды — двое суток.", 14, "Minimum rental period: 2 days"],
  ["Минимальный срок аренды 2 дня.", 14, "Minimum rental period: 2 days"],
  ["При аренде на 7–20 дней эконом стоит 24 евро в сутки.", 15],
  ["For 2–6 days the economy class costs 28 euros per day.", 15],
];

const FALSE: [string, number, string?][] = [
  ["Залог 100 €.", 0, "эконом и компакт — 200 евро"],
  ["The deposit is 100 €.", 0, "эконом и компакт — 200 евро"],
  ["The deposit for the economy class is $200.", 0, "эконом и компакт — 200 евро"],
  ["The deposit for the economy class is 300 euros.", 0],
  ["Залог за эконом — 800 евро.", 0],
  ["Дебетовые карты для залога подходят.", 1, "дебетовые карты для залога не подходят"],
  ["Дебетовые карты для залога подходят.", 1, "карты для залога"],
  ["Debit cards are accepted for the deposit.", 1, "дебетовые карты для залога не подходят"],
  ["The block is lifted after 14 days.", 1, "блокировка на карте снимается в срок до 14 дней"],
  ["The block is lifted after 14 days.", 1, "снимается в срок до 14 дней"],
  ["В субботу офис открыт с 8:00 до 20:00.", 2],
  ["В среду мы работаем с 9:00 до 17:00.", 2, "в субботу и воскресенье с 9:00 до 17:00"],
  ["The office is open from 8 am to 10 pm.", 2, "с 8:00 до 20:00"],
  ["The office is open from 8 pm to 8 am.", 2, "с 8:00 до 20:00"],
  ["1 и 7 февраля офис закрыт.", 2, "1 и 7 января офис закрыт"],
  ["The maximum age is 21.", 3, "Минимальный возраст водителя: 21 год"],
  ["Водитель должен быть моложе 21 года.", 3, "Минимальный возраст водителя: 21 год"],
  ["Нужен стаж до двух лет.", 3, "Стаж вождения: от 2 лет"],
  ["You need three years of experience.", 3, "Стаж вождения: от 2 лет"],
  ["Выезд в Албанию разрешён.", 4],
  ["You can drive to Albania.", 4, "Выезд в Косово и Албанию запрещён"],
  ["Выезд в Черногорию запрещён.", 4],
  ["You cannot drive to Montenegro.", 4],
  ["Выезд в Турцию разрешён.", 4, "Разрешён выезд в Черногорию, Боснию и Герцеговину"],
  ["You can drive to Turkey.", 4, "Разрешён выезд в Черногорию, Боснию и Герцеговину"],
  ["Montenegro and Slovenia are allowed.", 4, "Разрешён выезд в Черногорию, Боснию и Герцеговину"],
  ["The price includes 250 km for the whole rental.", 5, "В цену входит 250 км в сутки"],
  ["В цену входит 250 км в час.", 5, "В цену входит 250 км в сутки"],
  ["В цену входит 350 км в сутки.", 5, "В цену входит 250 км в сутки"],
  ["Mileage is unlimited.", 5, "В цену входит 250 км в сутки"],
  ["Лишний километр стоит 0,21 евро.", 5, "Перепробег: 0,12 евро за километр"],
  ["Лишний километр стоит 12 евро.", 5, "Перепробег: 0,12 евро за километр"],
  ["Отмена платная.", 6, "Отмена больше чем за 48 часов до начала аренды бесплатна"],
  [
    "Cancellation less than 48 hours before the start is free.",
    6,
    "Отмена больше чем за 48 часов до начала аренды бесплатна",
  ],
  [
    "Cancellation 24 hours before the start is free.",
    6,
    "Отмена больше чем за 48 часов до начала аренды бесплатна",
  ],
  [
    "При неявке предоплата возвращается.",
    6,
    "При более поздней отмене или неявке предоплата не возвращается",
  ],
  ["The second additional driver is free.", 7, "Первый дополнительный водитель бесплатно"],
  ["Each further driver costs 10 euros per day.", 7, "каждый следующий — 10 евро за всю аренду"],
  ["Каждый следующий водитель бесплатно.", 7, "каждый следующий — 10 евро за всю аренду"],
  [
    "Детское кресло стоит от 30 евро за аренду.",
    7,
    "Детское кресло: 3 евро в сутки, но не больше 30 евро за аренду",
  ],
  ["Детское кресло стоит 3 евро за всю аренду.", 7, "Детское кресло: 3 евро в сутки"],
  ["Доставка в аэропорт бесплатна.", 8, "Доставка в аэропорт Николы Теслы: 15 евро в одну сторону"],
  ["The driver waits three hours for free.", 8, "ждёт до 2 часов бесплатно"],
  ["The driver waits at least 2 hours.", 8, "ждёт до 2 часов бесплатно"],
  ["Курить в машине можно.", 9, "Курить в машине нельзя"],
  ["Parking in the centre is free.", 9, "Парковка в центре Белграда платная"],
  ["Залог не возвращается.", 10, "The deposit is €200 and is fully refundable"],
  ["Pets are allowed.", 10, "Pets are not allowed"],
  ["Можно с животными.", 10, "Pets are not allowed"],
  [
    "Winter tyres are fitted from 1 October to 1 April.",
    11,
    "Зимние шины с 1 ноября по 1 апреля уже стоят на всех машинах",
  ],
  ["Нужна предоплата 25 %.", 12, "Для брони нужна предоплата 20 %"],
  ["Нужна предоплата 20 евро.", 12, "Для брони нужна предоплата 20 %"],
  ["Аренда стоит 500 € в месяц.", 12, "Стоимость аренды микроавтобуса 1 500 евро в месяц"],
  ["Аренда стоит 500 € в месяц.", 12, "500 евро в месяц"],
  ["Позвоните нам: +381 11 555-0143.", 13, "Телефон: +381 11 555 0142"],
  ["Write to info@kalemegdan-auto.example.", 13, "Электронная почта: rent@kalemegdan-auto.example"],
  ["В Косово ехать можно.", 14, "Travel to Kosovo is prohibited"],
  ["При аренде на 7–20 дней эконом стоит 28 евро в сутки.", 15],
  ["Мы организуем полёты на вертолёте.", 15],
  ["Оплата только картой Visa.", 1, "заблокировать на кредитной карте"],
  ["Everything is fine.", 3, "возраст"],
  ["Залог 200 евро.", 0, "эконом и компакт — двести евро"],
];

describe("true paraphrases", () => {
  it.each(TRUE)("%s", (text, passage, quote) => {
    const result = check(text, passage, quote);
    expect(result.ok ? [] : result.problems).toEqual([]);
  });
});

describe("false sentences over true quotes", () => {
  it.each(FALSE)("%s", (text, passage, quote) => {
    expect(check(text, passage, quote).ok).toBe(false);
  });
});

describe("mutations of true sentences", () => {
  it("refuses every changed number", () => {
    const passed: string[] = [];
    for (const [text, passage, quote] of TRUE) {
      for (const token of splitTokens(text)) {
        if (token.kind !== "number" && token.kind !== "clock") continue;
        for (const change of [(digits: string) => `${digits}9`, (digits: string) => `3${digits}`]) {
          const mutated =
            text.slice(0, token.start) + change(token.raw).replace(":009", ":09") + text.slice(token.end);
          if (check(mutated, passage, quote).ok) passed.push(mutated);
        }
      }
    }
    expect(passed.join("\n")).toBe("");
  });

  it("refuses every changed currency, weekday and month", () => {
    const swaps: [RegExp, string][] = [
      [/€|евро|euros/u, "USD"],
      [/км|km/u, "мин"],
      [/January|November/u, "June"],
      [/января|ноября/u, "июня"],
      [/в сутки|в день|per day|a day/u, "per hour"],
      [/weekdays|Monday/u, "Sunday"],
      [/будням/u, "воскресенье"],
      [/субботу/u, "среду"],
      [/Montenegro|Kosovo|Serbia|Belgrade/u, "Finland"],
      [/Черногорию|Косово|Албанию|Хорватию/u, "Финляндию"],
    ];
    const passed: string[] = [];
    for (const [text, passage, quote] of TRUE) {
      for (const [from, to] of swaps) {
        const mutated = text.replace(from, to);
        if (mutated !== text && check(mutated, passage, quote).ok) passed.push(mutated);
      }
    }
    expect(passed.join("\n")).toBe("");
  });

  it("refuses a denial taken out or put in", () => {
    const swaps: [RegExp, string][] = [
      [/ (не|not) (?!меньше|позднее)/u, " "],
      [/нельзя|запрещено|запрещён/u, "можно"],
      [/ is (?!not)/u, " is not "],
      [/ можно/u, " нельзя"],
      [/ стоит /u, " не стоит "],
      [/can /u, "cannot "],
    ];
    const passed: string[] = [];
    for (const [text, passage, quote] of TRUE) {
      for (const [from, to] of swaps) {
        const mutated = text.replace(from, to);
        if (mutated !== text && check(mutated, passage, quote).ok) passed.push(mutated);
      }
    }
    expect(passed.join("\n")).toBe("");
  });
});

describe("quotes", () => {
  it("may differ in letter case, ё, dashes, quotation marks and spaces; the stored one is the passage's own", () => {
    const result = check("Выезд в Черногорию разрешён.", 4, "РАЗРЕШЕН  выезд в\nЧерногорию");
    expect(result).toMatchObject({
      ok: true,
      sentence: { citations: [{ passageId: 4, quote: "Разрешён выезд в Черногорию" }] },
    });
  });

  it.each(["уголь и компакт — 200 евро", "00 евро, средний класс", "", "евро"])("refuses “%s”", (quote) => {
    expect(check("Залог есть.", 0, quote).ok).toBe(false);
  });
});
