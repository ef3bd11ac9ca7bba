import { isTimeZone, wallClock } from "@/server/domain/workspaces/zoned-moment";

/** Zones of Russia by their hours before UTC, none with summer time: what `МСК+2` and `UTC+5` mean here. */
const russian: Record<number, string> = {
  2: "Europe/Kaliningrad",
  3: "Europe/Moscow",
  4: "Europe/Samara",
  5: "Asia/Yekaterinburg",
  6: "Asia/Omsk",
  7: "Asia/Krasnoyarsk",
  8: "Asia/Irkutsk",
  9: "Asia/Yakutsk",
  10: "Asia/Vladivostok",
  11: "Asia/Magadan",
  12: "Asia/Kamchatka",
};

/** Places by the beginning of their Russian name (e is ё), so that “по Москве” and “московское время” mean them too. */
const places: [RegExp, string][] = Object.entries({
  "Europe/Moscow":
    "москв|московск|мск|питер|санкт-петербург|петербург|спб|казан|нижн|сочи|краснодар|ростов|воронеж|тула|туле|тверь|твери",
  "Europe/Kaliningrad": "калининград",
  "Europe/Samara": "самар|ижевск|тольятти",
  "Europe/Saratov": "саратов",
  "Europe/Volgograd": "волгоград",
  "Europe/Astrakhan": "астрахан",
  "Europe/Ulyanovsk": "ульяновск",
  "Asia/Yekaterinburg": "екатеринбург|екб|перм|челябинск|уф[аеы]|тюмен|сургут|оренбург|магнитогорск",
  "Asia/Omsk": "омск",
  "Asia/Novosibirsk": "новосибирск|нск",
  "Asia/Barnaul": "барнаул|алтай",
  "Asia/Tomsk": "томск",
  "Asia/Novokuznetsk": "кемеров|новокузнецк|кузбасс",
  "Asia/Krasnoyarsk": "красноярск",
  "Asia/Irkutsk": "иркутск|улан-удэ|братск",
  "Asia/Chita": "чит[аеу]$",
  "Asia/Yakutsk": "якутск|благовещенск",
  "Asia/Vladivostok": "владивосток|хабаровск",
  "Asia/Magadan": "магадан",
  "Asia/Sakhalin": "сахалин|южно-сахалинск",
  "Asia/Kamchatka": "камчат|петропавловск-камчатск",
  "Europe/Minsk": "минск",
  "Europe/Berlin": "берлин|германи|мюнхен|франкфурт",
  "Europe/Paris": "париж",
  "Europe/London": "лондон",
  "Europe/Madrid": "мадрид|барселон",
  "Europe/Rome": "рим[еау]?$|милан",
  "Europe/Prague": "праг",
  "Europe/Warsaw": "варшав",
  "Europe/Vienna": "вен[аеу]$",
  "Europe/Helsinki": "хельсинки",
  "Europe/Belgrade": "белград",
  "Europe/Istanbul": "стамбул",
  "Asia/Tbilisi": "тбилиси",
  "Asia/Yerevan": "ереван",
  "Asia/Baku": "баку",
  "Asia/Almaty": "алмат|алма-ат|астан|казахстан",
  "Asia/Tashkent": "ташкент|самарканд",
  "Asia/Bishkek": "бишкек",
  "Asia/Dushanbe": "душанбе",
  "Asia/Jerusalem": "тель-авив|иерусалим|израил",
  "Asia/Dubai": "дуба[йе]",
  "Asia/Kolkata": "дели|мумба",
  "Asia/Bangkok": "бангкок|пхукет",
  "Asia/Shanghai": "пекин|шанха|китай",
  "Asia/Hong_Kong": "гонконг",
  "Asia/Singapore": "сингапур",
  "Asia/Tokyo": "токио",
  "Asia/Seoul": "сеул",
  "America/New_York": "нью-йорк",
  "America/Los_Angeles": "лос-анджелес|сан-франциско",
}).map(([zone, stems]) => [new RegExp(`^(?:${stems})`, "u"), zone]);

/**
 * Reads a time zone: a city in Russian or English (`Москва`, `по Екатеринбургу`, `Berlin`), an IANA name in any case
 * (`europe/berlin`), hours from UTC or Moscow (`UTC+5`, `GMT-3:30`, `МСК+2`); its IANA name, or null for none.
 */
export function readZone(text: string): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[()"«».]/g, "")
    .replace(/\s+/g, " ")
    .replaceAll(/[−–—]/g, "-")
    .replace(/^(?:(?:часовой )?пояс|по|время|time zone|timezone) /, "")
    .replace(/ (?:время|времени|time)$/, "")
    .replace(/^по /, "");
  const hours = /^(utc|gmt|мск|msk)? ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?(?: ?ч)?$/.exec(words);
  if (hours) {
    const [, from = "utc", sign, hour, minute = "0"] = hours;
    const minutes = (Number(hour) * 60 + Number(minute)) * (sign === "-" ? -1 : 1);
    return zoneOfOffset(minutes + (/^(?:мск|msk)$/.test(from) ? 180 : 0));
  }
  if (/^(?:utc|gmt|z)$/.test(words)) return "UTC";
  if (words === "msk" || words === "moscow") return "Europe/Moscow";
  const place = places.find(([form]) => form.test(words));
  return place ? place[1] : (named(words) ?? null);
}

/** The zone of an English city or an IANA name in any case. */
function named(words: string): string | undefined {
  const name = words.replaceAll(" ", "_");
  const all = Intl.supportedValuesOf("timeZone");
  const found = all.find((zone) => zone.toLowerCase() === name || zone.toLowerCase().endsWith(`/${name}`));
  if (found) return found;
  // Names of old that stand for others, and abbreviations such as CET.
  if (!/^[a-z_/+-]{3,40}\d{0,2}$/.test(name)) return undefined;
  const written = name.includes("/")
    ? name.replace(/(^|[/_-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    : name.toUpperCase();
  return isTimeZone(written)
    ? new Intl.DateTimeFormat("en", { timeZone: written }).resolvedOptions().timeZone
    : undefined;
}

/** A zone that is so many minutes before UTC all the year: a Russian one, else a whole hour's, else any. */
function zoneOfOffset(minutes: number): string | null {
  const hours = minutes / 60;
  if (minutes === 0) return "UTC";
  const known = russian[hours];
  if (known) return known;
  if (Number.isInteger(hours)) {
    // Their signs are the other way round.
    const zone = `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
    return isTimeZone(zone) ? zone : null;
  }
  const summerAndWinter = ["2026-01-15T00:00:00Z", "2026-07-15T00:00:00Z"].map((day) => Date.parse(day));
  const fits = (zone: string) => summerAndWinter.every((at) => wallClock(zone, at) - at === minutes * 60_000);
  return Intl.supportedValuesOf("timeZone").find(fits) ?? null;
}

/** A text that ends with a zone, parted from it: `10:00 по Москве`, `завтра в 10 (UTC+5)`; null for one without. */
export function splitZone(text: string): { rest: string; zone: string } | null {
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const zone = readZone(words.slice(-count).join(" "));
    if (zone) return { rest: words.slice(0, -count).join(" ").replace(/,$/, ""), zone };
  }
  return null;
}
