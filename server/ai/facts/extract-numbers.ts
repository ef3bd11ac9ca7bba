import { readCurrency, readUnit } from "@/server/ai/facts/measure-words";
import { readOrdinal, splitNumberCompound } from "@/server/ai/facts/number-words";
import { type Bound, readBound } from "@/server/ai/facts/read-bound";
import { readPeriod } from "@/server/ai/facts/read-period";
import { readSpelledNumber } from "@/server/ai/facts/read-spelled-number";
import type { Token } from "@/server/ai/facts/split-tokens";

export type NumberFact = {
  /** NaN when only `clock` says what it is (8 pm is 20, 8:30 is 8.5). */
  value: number;
  clock?: number;
  currency?: string;
  unit?: string;
  /** The unit it is counted by: `day` for “per day”, `rental` for the whole rental. */
  per?: string;
  bound?: Bound;
  ordinal: boolean;
  /** Spelled “one”, which is often no number at all. */
  soft: boolean;
  /** Its tokens, first and behind the last, unit and currency included. */
  first: number;
  next: number;
  start: number;
  end: number;
};

const FILLERS =
  /^(full|whole|calendar|business|working|more|extra|additional|further|полн\p{L}*|целы[хй]|календарн\p{L}*|рабочи[хй]|еще|дополнительн\p{L}*)$/u;

/** Reads every number of a tokenised text with its unit, currency, period and bound; both languages, digits and words. */
export function extractNumbers(tokens: Token[]): NumberFact[] {
  const facts: NumberFact[] = [];
  for (let index = 0; index < tokens.length; ) {
    const fact = readNumber(tokens, index);
    if (!fact) {
      index += 1;
      continue;
    }
    attachMeasure(tokens, fact, facts.at(-1)?.next ?? 0);
    facts.push(fact);
    index = fact.next;
  }
  shareMeasures(tokens, facts);
  for (const fact of facts) fact.per = readPeriod(tokens, fact.next);
  facts.forEach((fact, index) => {
    fact.bound = readBound(tokens, facts, index);
  });
  return facts;
}

function readNumber(tokens: Token[], index: number): NumberFact | null {
  const token = tokens[index];
  if (!token) return null;
  const base = {
    ordinal: false,
    soft: false,
    first: index,
    next: index + 1,
    start: token.start,
    end: token.end,
  };
  if (token.kind === "clock") {
    const [hours = 0, minutes = 0] = token.raw.split(":").map(Number);
    return halfDay(tokens, {
      ...base,
      value: minutes === 0 ? hours : Number.NaN,
      clock: hours + minutes / 60,
    });
  }
  if (token.kind === "number") {
    const fact = withMagnitude(tokens, { ...base, value: parseDigits(token.raw) });
    const pointed = /^([01]?\d|2[0-4])\.([0-5]\d)$/.exec(token.raw);
    if (pointed) fact.clock = Number(pointed[1]) + Number(pointed[2]) / 60;
    const ordinalEnd = tokens[fact.next];
    if (ordinalEnd && ordinalEnd.start === fact.end && /^(st|nd|rd|th)$/.test(ordinalEnd.text))
      fact.next += 1;
    return halfDay(tokens, fact);
  }
  if (token.kind !== "word") return null;
  if (token.text === "noon" || token.text === "полдень" || token.text === "полудня")
    return { ...base, value: Number.NaN, clock: 12 };
  if (token.text === "midnight" || token.text === "полночь" || token.text === "полуночи")
    return { ...base, value: Number.NaN, clock: 24 };
  const ordinal = readOrdinal(token.text);
  if (ordinal !== null) {
    const adverb = token.text === "first" && /^(,|of)$/.test(tokens[index + 1]?.text ?? "");
    return adverb || tokens[index - 1]?.text === "at" ? null : { ...base, value: ordinal, ordinal: true };
  }
  if (/^(полчаса|полдня|полгода)$/.test(token.text)) {
    return { ...base, value: 0.5, unit: { полчаса: "hour", полдня: "day", полгода: "year" }[token.text] };
  }
  const times = { twice: 2, дважды: 2, thrice: 3, трижды: 3 }[token.text];
  if (times) return { ...base, value: times, unit: "time" };
  const compound = splitNumberCompound(token.text);
  if (compound)
    return {
      ...base,
      value: compound.value,
      unit: readUnit(compound.rest) ?? readUnit(`${compound.rest}ый`) ?? undefined,
    };
  const spelled = readSpelledNumber(tokens, index);
  if (!spelled) return null;
  return halfDay(tokens, {
    ...base,
    ...spelled,
    soft: spelled.value === 1,
    end: tokens[spelled.next - 1]?.end ?? token.end,
  });
}

/** “1 500”, “1.500”, “1,500” and “1500” are one number; “0,12” and “0.12” too. */
function parseDigits(raw: string): number {
  const grouped = /^[1-9]\d{0,2}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?$/.test(raw);
  if (!grouped) return Number(raw.replace(",", "."));
  const cents = /[.,](\d{1,2})$/.exec(raw);
  const whole = cents ? raw.slice(0, cents.index) : raw;
  return Number(`${whole.replace(/\D/g, "")}.${cents?.[1] ?? "0"}`);
}

function withMagnitude(tokens: Token[], fact: NumberFact): NumberFact {
  const word = tokens[fact.next]?.text ?? "";
  const factor = /^(тыс|тысяч\p{L}*|thousand|k)$/u.test(word)
    ? 1000
    : /^(млн|миллион\p{L}*|million)$/u.test(word)
      ? 1_000_000
      : 0;
  if (factor === 0) return fact;
  const point = tokens[fact.next + 1]?.text === "." && /^(тыс|млн)$/.test(word) ? 1 : 0;
  return { ...fact, value: fact.value * factor, next: fact.next + 1 + point };
}

/** “8 pm”, “8 p.m.”, “8 вечера” → clock 20; “8 am”, “8 утра” → clock 8. */
function halfDay(tokens: Token[], fact: NumberFact): NumberFact {
  const words = tokens.slice(fact.next, fact.next + 4).map((token) => token.text);
  const dotted =
    /^[ap]\.m\.?$/.test(words.slice(0, 4).join("")) || /^[ap]\.m/.test(words.slice(0, 3).join(""));
  const word = dotted ? `${words[0]}m` : (words[0] ?? "");
  const late = /^(pm|вечера)$/.test(word);
  if (!late && !/^(am|утра)$/.test(word)) return fact;
  const hours = fact.clock ?? fact.value;
  const clock = late && hours < 12 ? hours + 12 : !late && hours === 12 ? 0 : hours;
  return {
    ...fact,
    value: clock === hours ? fact.value : Number.NaN,
    clock,
    next: fact.next + (dotted ? 3 : 1),
  };
}

function attachMeasure(tokens: Token[], fact: NumberFact, taken: number): void {
  // The “€” of “15 € one way” belongs to the number before.
  const before = fact.first - 1 >= taken ? tokens[fact.first - 1] : undefined;
  const currencyBefore = before ? readCurrency(before.text) : null;
  if (currencyBefore && currencyBefore !== "cent") {
    fact.currency = currencyBefore;
    fact.start = before?.start ?? fact.start;
  }
  let at = fact.next;
  if (tokens[at]?.text === "-" && tokens[at]?.start === fact.end) at += 1;
  if (FILLERS.test(tokens[at]?.text ?? "")) at += 1;
  const word = tokens[at]?.text;
  if (word === undefined || (fact.clock !== undefined && Number.isNaN(fact.value))) return;
  const currency = readCurrency(word);
  const unit = currency ? null : readUnit(word);
  if (!currency && !unit) return;
  if (currency) fact.currency = currency;
  else fact.unit = unit ?? undefined;
  fact.next = at + 1;
  fact.end = tokens[at]?.end ?? fact.end;
}

/** “100–150 €” and “7 or 8 days”: the measure of one belongs to both. */
function shareMeasures(tokens: Token[], facts: NumberFact[]): void {
  for (let index = facts.length - 1; index > 0; index -= 1) {
    const [left, right] = [facts[index - 1], facts[index]];
    if (!left || !right) continue;
    const between = tokens
      .slice(left.next, right.first)
      .map((token) => token.text)
      .join(" ");
    const joined = /^(-|to|до|по|or|или|and|и|,|\/)?$/.test(between.replace(/[€$£₽]/g, "").trim());
    if (!joined || between === "") continue;
    if (!left.unit && !left.currency && left.clock === undefined)
      Object.assign(left, { unit: right.unit, currency: right.currency });
    else if (!right.unit && !right.currency && left.currency && between.startsWith("-"))
      right.currency = left.currency;
  }
}
