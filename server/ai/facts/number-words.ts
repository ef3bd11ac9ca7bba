/** Spelled numbers of both languages with every Russian case; a value under a key, its forms after it. */
const FORMS: [number, string][] = [
  [0, "ноль нуль нуля zero"],
  [1, "один одна одно одного одной одному одним одном одну one"],
  [2, "два две двух двум двумя two"],
  [3, "три трех трем тремя three"],
  [4, "четыре четырех четырем четырьмя four"],
  [5, "пять пяти пятью five"],
  [6, "шесть шести шестью six"],
  [7, "семь семи семью seven"],
  [8, "восемь восьми восемью восьмью eight"],
  [9, "девять девяти девятью nine"],
  [10, "десять десяти десятью ten"],
  [11, "одиннадцать одиннадцати одиннадцатью eleven"],
  [12, "двенадцать двенадцати двенадцатью twelve"],
  [13, "тринадцать тринадцати тринадцатью thirteen"],
  [14, "четырнадцать четырнадцати четырнадцатью fourteen"],
  [15, "пятнадцать пятнадцати пятнадцатью fifteen"],
  [16, "шестнадцать шестнадцати шестнадцатью sixteen"],
  [17, "семнадцать семнадцати семнадцатью seventeen"],
  [18, "восемнадцать восемнадцати восемнадцатью eighteen"],
  [19, "девятнадцать девятнадцати девятнадцатью nineteen"],
  [20, "двадцать двадцати двадцатью twenty"],
  [30, "тридцать тридцати тридцатью thirty"],
  [40, "сорок сорока forty"],
  [50, "пятьдесят пятидесяти fifty"],
  [60, "шестьдесят шестидесяти sixty"],
  [70, "семьдесят семидесяти seventy"],
  [80, "восемьдесят восьмидесяти eighty"],
  [90, "девяносто девяноста ninety"],
  [100, "сто ста hundred"],
  [200, "двести двухсот двумстам"],
  [300, "триста трехсот тремстам"],
  [400, "четыреста четырехсот"],
  [500, "пятьсот пятисот"],
  [600, "шестьсот шестисот"],
  [700, "семьсот семисот"],
  [800, "восемьсот восьмисот"],
  [900, "девятьсот девятисот"],
  [1000, "тысяча тысячи тысяч тысячу тысячам тысячей тыс thousand"],
  [1_000_000, "миллион миллиона миллионов млн million"],
  [0.5, "half половина половины половину пол полчаса полдня полгода"],
  [1.5, "полтора полторы полутора"],
  [2, "вдвое double"],
  [3, "втрое triple"],
  [12, "dozen дюжина"],
];

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  FORMS.flatMap(([value, forms]) => forms.split(" ").map((form): [string, number] => [form, value])),
);

/** Beginnings of Russian compounds such as “двухчасовой”, “семиместный”; the hyphened “24-часовой” is read as digits. */
const COMPOUND: [string, number][] = [
  ["одно", 1],
  ["двух", 2],
  ["трех", 3],
  ["четырех", 4],
  ["пяти", 5],
  ["шести", 6],
  ["семи", 7],
  ["восьми", 8],
  ["девяти", 9],
  ["десяти", 10],
];
const COMPOUND_TAIL = /^(дневн|часов|местн|дверн|летн|минутн|месячн|недельн|кратн|процентн|суточн|звездочн)/;

/** Number and the rest of a compound adjective (“двухчасовой” → 2, “часовой”), or null. */
export function splitNumberCompound(word: string): { value: number; rest: string } | null {
  for (const [start, value] of COMPOUND) {
    const rest = word.slice(start.length);
    if (word.startsWith(start) && COMPOUND_TAIL.test(rest)) return { value, rest };
  }
  return null;
}

const ORDINALS: [number, RegExp][] = [
  [1, /^(перв(ый|ая|ое|ого|ой|ому|ую|ым|ом|ые|ых|ыми)|first|1st)$/],
  [2, /^(втор(ой|ая|ое|ого|ому|ую|ым|ом|ые|ых|ыми)|second|2nd)$/],
  [3, /^(трет(ий|ья|ье|ьего|ьей|ьему|ью|ьим|ьем|ьи|ьих)|third|3rd)$/],
  [4, /^(четверт(ый|ая|ое|ого|ой|ому|ую|ым|ом|ые|ых)|fourth|4th)$/],
  [5, /^(пят(ый|ая|ое|ого|ой|ому|ую|ым|ом|ые|ых)|fifth|5th)$/],
];

/** The value of an ordinal word up to five, or null. */
export function readOrdinal(word: string): number | null {
  return ORDINALS.find(([, forms]) => forms.test(word))?.[0] ?? null;
}
