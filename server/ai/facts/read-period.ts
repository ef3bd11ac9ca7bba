import { readUnit } from "@/server/ai/facts/measure-words";
import type { Token } from "@/server/ai/facts/split-tokens";

const WHOLE = /^(всю|весь|все|целую|whole|entire|total)$/;
const EACH =
  /^(a|an|the|one|each|every|кажд(ый|ые|ую|ое|ого|ых)|один|одну|1|любой|additional|extra|дополнительн\p{L}*|следующ\p{L}*|started|начат\p{L}*|полн\p{L}*|full)$/u;

/** The period or thing a price or limit is counted by, read from the token behind it (“per day”, “/сутки”, “за всю аренду”). */
export function readPeriod(tokens: Token[], from: number): string | undefined {
  const texts = tokens.slice(from, from + 6).map((token) => token.text);
  const head = texts[0] ?? "";
  const direct = readUnit(head);
  if (direct && /(ly|^ежедневн.*|^посуточн.*|^ежемесячн.*|^еженедельн.*|^ежегодн.*)$/.test(head))
    return direct;
  if (/^(once|единоразово|разово|однократно|единовременно)$/.test(head)) return "rental";
  if (head === "one" && texts[1] === "-" && /^(time|off)$/.test(texts[2] ?? "")) return "rental";
  let at = 0;
  if (head === "(" || head === ",") at = 1;
  const opener = texts[at] ?? "";
  if (!/^(\/|per|for|a|an|each|every|в|за|на|с|from)$/.test(opener)) return undefined;
  let whole = false;
  for (let step = at + 1; step < Math.min(at + 5, texts.length); step += 1) {
    const word = texts[step] ?? "";
    const unit = readUnit(word);
    if (unit) return period(opener, unit, whole);
    if (WHOLE.test(word)) whole = true;
    else if (!EACH.test(word)) return undefined;
  }
  return undefined;
}

function period(opener: string, unit: string, whole: boolean): string | undefined {
  if (whole) return "rental";
  if (unit === "seat" || unit === "percent") return undefined;
  if (unit === "rental" || unit === "trip") return "rental";
  // “с человека” is per person, but “from a day” is no rate.
  if (/^(с|from)$/.test(opener)) return unit === "person" ? unit : undefined;
  return unit;
}
