import { readCalendar } from "@/server/ai/facts/measure-words";
import type { Token } from "@/server/ai/facts/split-tokens";

export type CalendarFact = { tag: string; start: number; end: number };

const WEEK = ["day:mon", "day:tue", "day:wed", "day:thu", "day:fri", "day:sat", "day:sun"];
const NEEDS_CAPITAL = /^(may|march|mar|sun|sat|wed|mon|fri|thu|tue|jan|jun|dec|spring)$/;
const EVERY_DAY =
  /(ежедневно|круглосуточно|без выходных|каждый день|24\s?\/\s?7|(7|seven|семь) (days|дней) (a|per|в) (week|неделю)|every day|daily|around the clock|24 hours a day|all week)/giu;

/** Months, weekdays, seasons and “every day” of a text; day ranges and “weekdays” also stand for each of their days. */
export function extractCalendar(text: string, tokens: Token[]): CalendarFact[] {
  const facts: CalendarFact[] = [];
  let previous: { day: number; token: number; end: number } | null = null;
  tokens.forEach((token, index) => {
    const at = { start: token.start, end: token.end };
    if (token.kind === "date") facts.push({ tag: `month:${Number(token.raw.split(/[-./]/)[1])}`, ...at });
    if (token.kind !== "word") return;
    const tag = readCalendar(token.text);
    if (!tag || (NEEDS_CAPITAL.test(token.text) && !isDateWord(tokens, index))) return;
    facts.push({ tag, ...at });
    if (tag === "day:weekday") facts.push(...WEEK.slice(0, 5).map((day) => ({ tag: day, ...at })));
    if (tag === "day:weekend") facts.push(...WEEK.slice(5).map((day) => ({ tag: day, ...at })));
    const day = WEEK.indexOf(tag);
    if (day === -1) return;
    const link = previous
      ? tokens
          .slice(previous.token + 1, index)
          .map((one) => one.text)
          .join(" ")
      : "";
    if (previous && /^(-|to|по|до|through|till|until)$/.test(link) && previous.day < day) {
      const span = WEEK.slice(previous.day, day + 1);
      facts.push(...span.map((one) => ({ tag: one, start: previous?.end ?? token.start, end: token.end })));
      if (previous.day === 0 && day === 4) facts.push({ tag: "day:weekday", ...at });
    }
    previous = { day, token: index, end: token.end };
  });
  for (const match of text.matchAll(EVERY_DAY)) {
    const at = { start: match.index, end: match.index + match[0].length };
    facts.push(...[...WEEK, "day:every", "day:weekday", "day:weekend"].map((tag) => ({ tag, ...at })));
  }
  const [saturday, sunday] = ["day:sat", "day:sun"].map((tag) => facts.find((fact) => fact.tag === tag));
  if (saturday && sunday) {
    const at = { start: Math.min(saturday.start, sunday.start), end: Math.max(saturday.end, sunday.end) };
    facts.push({ tag: "day:weekend", ...at });
  }
  return facts;
}

/** “May” the month, not “you may”: capitalised, and beside a number or behind a preposition of time. */
function isDateWord(tokens: Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !/^\p{Lu}/u.test(token.raw)) return false;
  if (!/^(may|march|spring)$/.test(token.text)) return true;
  const beside = [tokens[index - 1], tokens[index + 1]];
  return beside.some(
    (one) =>
      one?.kind === "number" ||
      one?.text === "-" ||
      /^(in|of|from|to|until|till|since|by|and|during|through)$/.test(one?.text ?? ""),
  );
}
