import { transliterate } from "@/server/ai/facts/transliterate";

/** Names and terms whose two languages do not sound alike; each entry holds beginnings of folded words. */
const ALIASES = [
  "eu|european|евросоюз|ес|европейск|евросоюза",
  "usa|us|сша|америк|american",
  "uk|британ|англи|england|british|english|английск",
  "uae|emirates|оаэ|эмират",
  "vienna|вен",
  "rome|рим",
  "munich|мюнхен",
  "venice|венеци",
  "athens|афин",
  "moscow|москв",
  "petersburg|петербург",
  "balkans|балкан",
  "christmas|рождеств",
  "easter|пасх",
  "year|новогодн|год",
  "new|нов",
  "vat|ндс",
  "sms|смс",
  "mtpl|tpl|осаго|compulsory",
  "casco|kasko|cdw|каско",
  "suv|crossover|внедорожник|кроссовер",
  "airport|аэропорт",
  "office|офис",
  "card|карт",
  "green|зелен",
  "card|карточк",
  "wi|вай",
  "fi|фай",
  "gps|навигатор|satnav",
  "idp|международн|international",
  "station|вокзал|станци",
  "street|улиц|ул",
  "north|северн",
  "republic|республик",
  "bank|банк",
  "super|супер",
  "economy|эконом",
  "premium|премиум",
  "standard|стандарт",
  "bosnia|босни",
  "montenegro|черногори",
  "german|немецк|германи",
  "greece|греци|greek|греческ",
  "hungary|венгри|hungarian|венгерск",
  "croatia|хорвати|croatian|хорватск",
  "georgia|грузи|georgian|грузинск",
  "cyprus|кипр",
  "egypt|егип",
  "spain|испани|spanish|испанск",
  "serbia|serbian|сербск|сербия|сербии|сербию|сербией",
  "russia|russian|русск|росси|российск",
  "schengen|шенген",
  "visa|виз",
  "sbp|сбп",
  "mir|мир",
  "central|центральн|цб",
  "express|экспресс",
  "business|бизнес",
  "comfort|комфорт",
  "minivan|минивэн",
  "manager|менеджер",
  "internet|интернет",
].map((line) => line.split("|"));

const regions = countryNames();

/** True when two words may be the same name: declined, spelled in the other alphabet, or a known pair such as Croatia/Хорватия. */
export function sameName(left: string, right: string): boolean {
  const [a, b] = [fold(left), fold(right)];
  if (a === b) return true;
  const [regionA, regionB] = [regions.get(stem(a)), regions.get(stem(b))];
  if (regionA && regionB) return regionA === regionB;
  if (ALIASES.some((group) => group.some((one) => begins(a, one)) && group.some((one) => begins(b, one))))
    return true;
  const sameScript = isCyrillic(a) === isCyrillic(b);
  if (sameScript) return sameStem(a, b);
  return soundsLike(transliterate(stem(a)), transliterate(stem(b)));
}

function begins(word: string, alias: string): boolean {
  return alias.length <= 3 && !isCyrillic(alias)
    ? word === alias
    : word.startsWith(alias) && word.length - alias.length <= 5;
}

/** Two forms of one word: all but a short ending agrees. */
function sameStem(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3) return false;
  const [x, y] = [stem(a), stem(b)];
  if (x === y) return true;
  let common = 0;
  while (common < x.length && x[common] === y[common]) common += 1;
  const longest = Math.max(x.length, y.length);
  return common >= 4 && common >= longest - 3 && common / longest >= 0.66;
}

function soundsLike(a: string, b: string): boolean {
  const [x, y] = [a.replace(/[aeiou]+$/, ""), b.replace(/[aeiou]+$/, "")];
  if (x.length < 2 || y.length < 2) return x === y;
  const longest = Math.max(x.length, y.length);
  return 1 - distance(x, y) / longest >= (longest <= 4 ? 0.75 : 0.7);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/['’]s$/, "");
}

function isCyrillic(word: string): boolean {
  return /[а-яђјљњћџіїєґ]/.test(word);
}

/** A word without its usual Russian case or English plural ending. */
function stem(word: string): string {
  if (!isCyrillic(word)) return word.length > 4 ? word.replace(/(es|s)$/, "") : word;
  return word.length > 4
    ? word.replace(
        /(иями|ями|ами|ией|иях|ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ою|ую|юю|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ию|ии|ия|ью|а|я|о|е|и|ы|у|ю|ь|й)$/u,
        "",
      )
    : word;
}

/** Country names of Russian and English, one word each, as stem → region code; from the runtime's own CLDR data. */
function countryNames(): Map<string, string> {
  const found = new Map<string, string>();
  for (const language of ["en", "ru"]) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (let first = 65; first <= 90; first += 1) {
      for (let second = 65; second <= 90; second += 1) {
        const code = String.fromCharCode(first, second);
        const name = names.of(code);
        if (!name || /[\s(&-]/.test(name) || /^(ZZ|XA|XB|UK)$/.test(code)) continue;
        found.set(stem(fold(name)), code);
      }
    }
  }
  return found;
}
