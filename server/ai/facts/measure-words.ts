/** Currency, unit and period words of both languages, as beginnings of folded words; the first match counts. */
const CURRENCIES: [string, RegExp][] = [
  ["eur", /^(€|eur|euros?|евро)$/],
  ["usd", /^(\$|usd|dollars?|bucks?|доллар(а|ов|ы|у|ам|ах)?|долл)$/],
  ["gbp", /^(£|gbp|pounds?|фунт(а|ов|ы)?)$/],
  ["rub", /^(₽|rub|rubles?|roubles?|руб|р|рубл(ь|я|ей|и|ю|ям|ями|ях))$/],
  ["rsd", /^(rsd|din|dinars?|динар(а|ов|ы|ах|ами)?)$/],
  ["kzt", /^(₸|kzt|tenge|тенге)$/],
  ["uah", /^(₴|uah|hryvnias?|грн|гривн\p{L}*|гривен)$/u],
  ["byn", /^(byn|бун)$/],
  ["chf", /^(chf|francs?|франк\p{L}*)$/u],
  ["pln", /^(pln|zlotys?|злот\p{L}*)$/u],
  ["try", /^(₺|try|liras?|лир(а|ы|у)?)$/],
  ["cny", /^(¥|cny|yuans?|юан\p{L}*)$/u],
  ["aed", /^(aed|dirhams?|дирхам\p{L}*)$/u],
  ["gel", /^(₾|gel|lari|лари)$/],
  ["amd", /^(֏|amd|drams?|драм(а|ов|ы)?)$/],
  ["bam", /^(bam|km\.?bam)$/],
  ["usdt", /^(usdt)$/],
  ["cent", /^(cents?|цент(а|ов|ы)?|копе(йка|йки|ек|йку))$/],
];

const UNITS: [string, RegExp][] = [
  ["percent", /^(%|percent|per-cent|процент(а|ов|ы|ный|ная|ное|ной|ам)?)$/],
  ["minute", /^(min|mins|minutes?|мин|минут(а|ы|у|ам|ный|ная|ное)?)$/],
  ["hour", /^(h|hr|hrs|hours?|hourly|ч|час(а|ов|у|ы|ам|ами|ах)?|часов(ой|ая|ое|ого|ую))$/],
  [
    "day",
    /^(days?|daily|24-hour|д|дн|день|дня|дней|дню|дни|днем|дням|днях|сут|сутки|суток|суткам|сутках|дневн(ый|ая|ое|ого|ой|ую)|суточн\p{L}*|ежедневн\p{L}*|посуточн\p{L}*)$/u,
  ],
  ["night", /^(nights?|nightly|ночь|ночи|ночей|ночью)$/],
  ["week", /^(weeks?|weekly|недел(я|и|ь|ю|ям|ях|ей)|недельн\p{L}*|еженедельн\p{L}*)$/u],
  ["month", /^(months?|monthly|мес|месяц(а|ев|у|ы|ам|ем)?|месячн\p{L}*|ежемесячн\p{L}*)$/u],
  [
    "year",
    /^(y|yrs?|years?|yearly|annual|annually|год(а|у|ом|ы|ов)?|лет|годам|летн(ий|яя|ее|его|ей)|ежегодн\p{L}*)$/u,
  ],
  ["km", /^(km|kms|kilomet(er|re)s?|км|километр(а|ов|ы|у|ам|ах)?)$/],
  ["metre", /^(m|met(er|re)s?|м|метр(а|ов|ы|ах)?)$/],
  ["cm", /^(cm|centimet(er|re)s?|см|сантиметр(а|ов|ы)?)$/],
  ["kg", /^(kg|kgs|kilos?|kilograms?|кг|килограмм(а|ов|ы)?|кило)$/],
  ["gram", /^(g|grams?|г|гр|грамм(а|ов|ы)?)$/],
  ["litre", /^(l|lit(er|re)s?|л|литр(а|ов|ы|у)?)$/],
  ["ml", /^(ml|мл|миллилитр\p{L}*)$/u],
  ["gb", /^(gb|гб|гигабайт\p{L}*)$/u],
  ["mb", /^(mb|мб|мегабайт\p{L}*)$/u],
  [
    "person",
    /^(persons?|people|guests?|passengers?|чел|человек(а|у|ом)?|пассажир(а|ов|ы)?|гост(ь|я|ей|и)|персон(а|ы)?)$/,
  ],
  ["seat", /^(seats?|seaters?|мест(о|а|ах)?|местн(ый|ая|ое|ого|ой|ую|ые))$/],
  ["time", /^(times|раза?)$/],
  ["piece", /^(pcs?|pieces?|stems?|units?|шт|штук(а|и|у)?)$/],
  ["rental", /^(rental|rent|hire|аренд(а|у|ы|е))$/],
  ["trip", /^(trips?|rides?|поездк(а|и|у)|поездок)$/],
];

/** The ISO-like code of a currency word or sign, or null. */
export function readCurrency(word: string): string | null {
  return CURRENCIES.find(([, forms]) => forms.test(word))?.[0] ?? null;
}

/** The unit a folded word stands for, or null. */
export function readUnit(word: string): string | null {
  return UNITS.find(([, forms]) => forms.test(word))?.[0] ?? null;
}

const MONTHS: [number, RegExp][] = [
  [1, /^(january|jan|январ(ь|я|е|ю|ем|ский))$/],
  [2, /^(february|feb|феврал(ь|я|е|ю|ем))$/],
  [3, /^(march|mar|март(а|е|у|ом)?)$/],
  [4, /^(april|apr|апрел(ь|я|е|ю|ем))$/],
  [5, /^(may|май|мая|мае|маю)$/],
  [6, /^(june|jun|июн(ь|я|е|ю|ем))$/],
  [7, /^(july|jul|июл(ь|я|е|ю|ем))$/],
  [8, /^(august|aug|август(а|е|у|ом)?)$/],
  [9, /^(september|sept?|сентябр(ь|я|е|ю|ем))$/],
  [10, /^(october|oct|октябр(ь|я|е|ю|ем))$/],
  [11, /^(november|nov|ноябр(ь|я|е|ю|ем))$/],
  [12, /^(december|dec|декабр(ь|я|е|ю|ем))$/],
];
const SEASONS: [string, RegExp][] = [
  ["winter", /^(winters?|зима|зимы|зиму|зимой|зимн\p{L}*)$/u],
  ["spring", /^(spring|весна|весны|весной|весенн\p{L}*)$/u],
  ["summer", /^(summers?|лето|летом)$/],
  ["autumn", /^(autumn|осень|осенью|осени|осенн\p{L}*)$/u],
];
const WEEKDAYS: [string, RegExp][] = [
  ["mon", /^(mondays?|mon|понедельник(а|и|у|ам|ом|ах)?|пн)$/],
  ["tue", /^(tuesdays?|tues?|вторник(а|и|у|ам|ом)?|вт)$/],
  ["wed", /^(wednesdays?|wed|сред(а|у|ы|ам|ой)|ср)$/],
  ["thu", /^(thursdays?|thu|thurs?|четверг(а|и|у|ам|ом)?|чт)$/],
  ["fri", /^(fridays?|fri|пятниц(а|у|ы|ам|ей|е)?|пт)$/],
  ["sat", /^(saturdays?|sat|суббот(а|у|ы|ам|ой|е)?|сб)$/],
  ["sun", /^(sundays?|sun|воскресень(е|я|ю|ям|ем)|вс)$/],
  ["weekend", /^(weekends?|выходн(ые|ых|ым|ой|ого))$/],
  ["weekday", /^(weekdays?|workdays?|будн(и|ий|ие|их|ям|ях)|будние|рабочие|рабочий)$/],
  ["holiday", /^(holidays?|праздник(и|ов|ам|ах)?|праздничн\p{L}*)$/u],
];

/** A calendar word as a comparable tag (`month:5`, `day:mon`, `season:winter`), or null. */
export function readCalendar(word: string): string | null {
  const month = MONTHS.find(([, forms]) => forms.test(word));
  if (month) return `month:${month[0]}`;
  const weekday = WEEKDAYS.find(([, forms]) => forms.test(word));
  if (weekday) return `day:${weekday[0]}`;
  const season = SEASONS.find(([, forms]) => forms.test(word));
  return season ? `season:${season[0]}` : null;
}
