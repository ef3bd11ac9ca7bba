/** A generator of numbers from 0 to 1 that gives the same ones each time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (words: string) => words.split(/\s+/).filter(Boolean);

const SMALL =
  list(`и в не на я что с по а как у к вы есть за но да the так мне из же от to мы это для of you если можно нет
или о было is до нам вас а ещё in уже бы когда будет we and при все только где очень тоже can`);

const FEMININE =
  list(`цен доставк роз скидк акци корзин открытк упаковк оплат карт ваз лент квитанци накладн поставк партии
гвоздик орхидеи хризантем лили гортензи фрези заявк витрин рассылк компани фирм сумм предоплат наценк бумаг`);
const MASCULINE =
  list(`заказ букет тюльпан пион адрес курьер склад магазин менеджер товар срок остаток прайс каталог клиент
телефон договор счет вопрос ответ горшок кактус подсолнух ирис нарцисс ландыш водитель возврат брак цветок стебель подарок
праздник салон рынок город центр район этаж подъезд домофон процент рубль грузовик холодильник секатор шпагат`);
const VERBS =
  list(`заказа оформля привез достав отправ получ куп прода подтвержд проверя жда звон пиш переда собира меня
возвраща опла благодар провер уточня упаков`);
const REST =
  list(`здравствуйте добрый день вечер утро спасибо пожалуйста сколько стоит почём завтра сегодня послезавтра утром
вечером срочно быстро дорого дёшево свежие красные белые розовые жёлтые крупные мелкие наличии самовывоз хорошо согласен
подскажите напоминаю свободны продаже большой маленький оптом розница плохо испорчен жалоба ужасно`);
const ENGLISH =
  list(`price delivery order bouquet tulip rose please thanks hello tomorrow today invoice payment card available
stock discount question address courier refund broken late urgent wholesale catalogue flowers white red yellow pink fresh
package manager customer account number phone email confirm cancel change deliver delivered delivering orders prices roses
when where how much would could send sent receive received box vase ribbon quality complaint missing wrong colour size`);

const FEMININE_ENDINGS = list("а ы е у ой ам ами");
const MASCULINE_ENDINGS = ["", ..."а у ом е ы ов ами".split(" ")];
const VERB_ENDINGS = list("ть ли ю ете ем л ла");
const SYLLABLES = list("ба ве го до жу за ки ло ма ни по ру са то фи хо це ча ше ра ле ми ну ко те ви");
const TAILS = list("ов ев ин ский ова ко ян ук ич ер ан ол ит ус");

/** So many different words, the commonest first: everyday ones of a flower trade, then names and codes without end. */
export function searchVocabulary(size: number, random: () => number): string[] {
  const everyday = [
    ...FEMININE.flatMap((stem) => FEMININE_ENDINGS.map((ending) => stem + ending)),
    ...MASCULINE.flatMap((stem) => MASCULINE_ENDINGS.map((ending) => stem + ending)),
    ...VERBS.flatMap((stem) => VERB_ENDINGS.map((ending) => stem + ending)),
    ...REST,
    ...ENGLISH,
  ];
  for (let at = everyday.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [everyday[at], everyday[other]] = [everyday[other] ?? "", everyday[at] ?? ""];
  }
  const words = new Set([...SMALL, ...everyday]);
  const any = (from: string[]) => from[Math.floor(random() * from.length)] ?? "";
  while (words.size < size) {
    if (random() < 0.15) words.add(`${any(ENGLISH)[0]}${Math.floor(random() * 90_000)}`);
    else words.add(`${any(SYLLABLES)}${any(SYLLABLES)}${random() < 0.7 ? any(SYLLABLES) : ""}${any(TAILS)}`);
  }
  return [...words];
}

/** A place in the vocabulary as Zipf's law has it: the n-th word comes a n-th as often as the first. */
export function zipf(size: number, random: () => number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1);
}
