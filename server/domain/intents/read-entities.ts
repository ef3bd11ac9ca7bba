import type { MessageEntities } from "@/server/domain/intents/schema";

const numberWords: Record<string, number> = {
  один: 1,
  одну: 1,
  одна: 1,
  два: 2,
  две: 2,
  пару: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  двадцать: 20,
  сто: 100,
};
const unit =
  "пач(?:ек|ки|ка|ку|\\.)?|шт(?:ук[иау]?|\\.)?|кор(?:об(?:ок|ки|ка|ку|к)|\\.)?|бокс(?:а|ов)?|стебл(?:ей|я)|вет(?:ок|ки|ка|ку)|вёдер|ведр[ао]|кг|грамм|литр(?:а|ов)?|мешк(?:ов|а|ок)|мешок|рулон(?:а|ов)?|упаков(?:ок|ки|ка|ку)|пар[ыуа]?|комплект(?:а|ов)?|бан(?:ок|ки|ка|ку)|букет(?:а|ов)?|паллет[ыу]?|ящик(?:а|ов)?|кустов|человек(?:а)?|ноч(?:ей|и)|дн(?:ей|я)|boxes|box|bunches|bunch|pcs";
const amount = `(\\d+(?:[.,]\\d+)?|${Object.keys(numberWords).join("|")})`;
const quantities = new RegExp(`(?<![\\p{L}\\d.,:])${amount}\\s*(${unit})(?![\\p{L}\\d])`, "giu");
const currency =
  "₽|рублей|рубля|рубль|руб\\.?|р\\.?|тыс\\.?|€|евро|eur|\\$|долл\\p{L}*|usd|дин(?:ар)?\\p{L}*";
const prices = new RegExp(
  `(?<![\\p{L}\\d.,:])(\\d{1,3}(?:[ \\u00a0]\\d{3})+|\\d+(?:[.,]\\d+)?)\\s*(${currency})(?![\\p{L}\\d])`,
  "giu",
);
const before = /([€$])\s?(\d+(?:[.,]\d+)?)/gu;
const phones = /(?<![\d])(?:\+\d{1,3}|8)[\s(-]*\d{2,3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/g;
const dates =
  /(?<![\p{L}\d])(?:послезавтра|завтра|сегодня|вчера|(?:в |на |к )?(?:понедельник|вторник|сред[уе]|четверг|пятницу|субботу|воскресенье)|\d{1,2}(?:-?го)? (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?: \d{4})?|\d{1,2}\.\d{2}(?:\.\d{2,4})?|(?:[01]?\d|2[0-3]):[0-5]\d|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\p{L}\d])/giu;
const notGoods =
  /^(?:на|к|до|по|с|в|и|а|у|за|от|из|для|не|нам|мне|нас|вам|вас|ещё|еще|можно|надо|нужн\p{L}*|пожалуйста|добав\p{L}*|отлож\p{L}*|беру|заказ\p{L}*|оформ\p{L}*|мая|марта|часов|утра|раз[а]?|дн\p{L}+|час\p{L}*|руб\p{L}*|см|мм|процент\p{L}*|вместо|клиент\p{L}*|сумм\p{L}*|тыс\p{L}*|январ\p{L}+|феврал\p{L}+|апрел\p{L}+|июн\p{L}+|июл\p{L}+|август\p{L}*|сентябр\p{L}+|октябр\p{L}+|ноябр\p{L}+|декабр\p{L}+|человек\p{L}*|минут\p{L}*|недел\p{L}*|месяц\p{L}*)$/iu;

/** Finds goods, quantities, prices, dates and phones that a text names, as they are written there. */
export function readEntities(text: string): MessageEntities {
  const shown = text.slice(0, 4000);
  const found: MessageEntities = { products: [], quantities: [], prices: [], dates: [], phones: [] };
  found.phones = unique([...shown.matchAll(phones)].map(([phone]) => phone.trim()));
  const rest = shown.replace(phones, " ");
  found.dates = unique([...rest.matchAll(dates)].map(([date]) => date.trim()));
  for (const [, value = "", money = ""] of rest.matchAll(prices))
    found.prices.push({
      value: toNumber(value) * (/^тыс/i.test(money) ? 1000 : 1),
      currency: currencyOf(money),
    });
  for (const [, sign = "", value = ""] of rest.matchAll(before))
    found.prices.push({ value: toNumber(value), currency: currencyOf(sign) });
  for (const match of rest.matchAll(quantities)) {
    const [all, value = "", counted = ""] = match;
    found.quantities.push({ value: toNumber(value), unit: counted.replace(".", "").toLowerCase() });
    const goods = goodsAfter(rest.slice(match.index + all.length)) ?? goodsBefore(rest.slice(0, match.index));
    if (goods) found.products.push(goods);
  }
  if (found.quantities.length === 0) readList(rest, found);
  found.products = unique(found.products);
  found.quantities = found.quantities.slice(0, 20);
  found.prices = found.prices.slice(0, 20);
  return found;
}

/** “эустома белая 5”, “10 гипсофилы”: parts of a list whose unit is understood. */
function readList(text: string, found: MessageEntities): void {
  const plain = text.replace(dates, " ").replace(prices, " ");
  for (const part of plain.split(/[\n,;]/)) {
    const [, goods = "", value = ""] =
      /^[^\p{L}\d]*(\p{L}[\p{L}\s-]{2,40}?)(?:\s\d+\s?см)?\s*[-–—:]?\s*(\d+)\s*$/u.exec(part) ?? [];
    const [, count = "", after = ""] =
      /^[^\p{L}\d]*(\d+)\s+(\p{L}{3,}(?:\s\p{L}{3,})?)\s*$/u.exec(part) ?? [];
    const name = goods ? goodsBefore(`${goods} `) : after && goodsAfter(after);
    if (!name) continue;
    found.quantities.push({ value: toNumber(value || count), unit: "" });
    found.products.push(name);
  }
}

function goodsAfter(text: string): string | null {
  const words = /^[\s]*(\p{L}{3,})(?:\s+(\p{L}{3,}))?/u.exec(text);
  return nameOf([words?.[1], words?.[2]]);
}

function goodsBefore(text: string): string | null {
  const words = /(?:(\p{L}{3,})\s+)?(\p{L}{3,})(?:\s\d+\s?(?:см)?)?[\s:–—-]*$/u.exec(text);
  return nameOf([words?.[1], words?.[2]]);
}

function nameOf(words: (string | undefined)[]): string | null {
  const name = words.filter((word) => word !== undefined && !notGoods.test(word)).join(" ");
  return name ? name.toLowerCase() : null;
}

function toNumber(value: string): number {
  return numberWords[value.toLowerCase()] ?? Number(value.replace(/[ \u00a0]/g, "").replace(",", "."));
}

function currencyOf(sign: string): string {
  const folded = sign.toLowerCase();
  if (/^(€|евро|eur)/.test(folded)) return "EUR";
  if (/^(\$|долл|usd)/.test(folded)) return "USD";
  return /^дин/.test(folded) ? "RSD" : "RUB";
}

function unique(values: string[]): string[] {
  return [...new Set(values)].slice(0, 20);
}
