import { wallClock, zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import { readClockTime } from "./read-clock-time";

const dayMs = 24 * 3600_000;
/** A day without a year that passed so lately is meant as it says, and is refused, not taken for next year's. */
const latelyMs = 60 * dayMs;
const farthestMs = 5 * 366 * dayMs;

/** Where and when a text is read: `timeZone` by its IANA name. */
export type ReadingPlace = { now: Date; timeZone: string };
type DayTrouble = "unreadable" | "no_such_day" | "no_such_time" | "far";
/** `day` as `2026-02-16`, `time` as `10:00`; null where the text says none. A past day is told. */
export type ReadDay =
  | { ok: true; day: string; time: string | null }
  | { ok: false; why: DayTrouble }
  | { ok: false; why: "past"; day: string };

/** Forms of the weekdays' names, from Sunday. */
const weekdays = [
  /^(?:воскресень(?:е|я|ям)|вс|sun(?:days?)?)$/,
  /^(?:понедельник(?:и|ам)?|пн|mon(?:days?)?)$/,
  /^(?:вторник(?:и|ам)?|вт|tue(?:s|sdays?)?)$/,
  /^(?:сред(?:а|у|ы|ам)|ср|wed(?:nesdays?)?)$/,
  /^(?:четверг(?:и|ам)?|чт|thu(?:rs|rsdays?)?)$/,
  /^(?:пятниц(?:а|у|ы|ам)|пт|fri(?:days?)?)$/,
  /^(?:суббот(?:а|у|ы|ам)|сб|sat(?:urdays?)?)$/,
];

/** The weekday (0 is Sunday) of a name in lower case, Russian or English, short or in a form that follows “every”; -1 for none. */
export function weekdayOf(name: string): number {
  return weekdays.findIndex((form) => form.test(name));
}
const months = [
  ...[/^(?:янв|jan)/, /^(?:фев|feb)/, /^(?:мар|mar)/, /^(?:апр|apr)/, /^(?:ма[йя]|may)/, /^(?:июн|jun)/],
  ...[/^(?:июл|jul)/, /^(?:авг|aug)/, /^(?:сен|sep)/, /^(?:окт|oct)/, /^(?:ноя|nov)/, /^(?:дек|dec)/],
];
const relative: [RegExp, number][] = [
  [/^(?:позавчера|(?:the )?day before yesterday)(?!\p{L})/u, -2],
  [/^(?:вчера|yesterday)(?!\p{L})/u, -1],
  [/^(?:сегодня|today)(?!\p{L})/u, 0],
  [/^(?:завтра|tomorrow)(?!\p{L})/u, 1],
  [/^(?:послезавтра|(?:the )?day after tomorrow)(?!\p{L})/u, 2],
  [/^(?:через день)(?!\p{L})/u, 2],
];

/**
 * Reads a day in Russian or English (`16.02.2026`, `16.02`, `2026-02-16`, `16 февраля`, `завтра`, `в пятницу`, `next
 * friday`, `через 3 дня`), perhaps with a time behind it (`завтра в 10:00`). A weekday is the next one after today,
 * “next” is that of next week; a day without a year is the next one.
 */
export function readDay(text: string, place: ReadingPlace): ReadDay {
  const words = text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").replace(/^на /, "");
  const today = Math.floor(wallClock(place.timeZone, place.now.getTime()) / dayMs) * dayMs;
  const found = findRelative(words, today) ?? findWeekday(words, today) ?? findDate(words, today);
  if (!found) return { ok: false, why: "unreadable" };
  const { at, length } = found;
  if (at === null) return { ok: false, why: "no_such_day" };
  const rest = words
    .slice(length)
    .replace(/^[\s,]+/, "")
    .replace(/^г(?:ода|\.)?(?:$|[\s,]+)/, "");
  const time = rest === "" ? null : readClockTime(rest);
  if (time?.ok === false)
    return { ok: false, why: time.why === "unreadable" ? "unreadable" : "no_such_time" };
  if (at > today + farthestMs) return { ok: false, why: "far" };
  const day = new Date(at).toISOString().slice(0, 10);
  return at < today ? { ok: false, why: "past", day } : { ok: true, day, time: time?.time ?? null };
}

/** The moment at which a zone's clock shows a day (`2026-02-16`) and time (`10:00`), if it is to come and exists there. */
export function momentAt(
  day: string,
  time: string,
  { now, timeZone }: ReadingPlace,
): { ok: true; at: Date } | { ok: false; why: "past" | "skipped" } {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const at = zonedMoment(timeZone, wall, "first");
  // The clocks are put forward over it that night.
  if (wallClock(timeZone, at) !== wall) return { ok: false, why: "skipped" };
  return at <= now.getTime() ? { ok: false, why: "past" } : { ok: true, at: new Date(at) };
}

/** A day at midnight as if the zone were UTC; null for one that no calendar has. `length`: how much of the text it took. */
type Found = { at: number | null; length: number } | null;

function findRelative(words: string, today: number): Found {
  for (const [form, days] of relative) {
    const [match] = form.exec(words) ?? [];
    if (match) return { at: today + days * dayMs, length: match.length };
  }
  const count = "(?:(\\d{1,4}|две|два|two|три|three) )?";
  const units = "(дн|ден|нед|мес|day|week|month)\\p{L}*";
  const coming = new RegExp(`^(?:через|in(?: a)?) ${count}${units}`, "u").exec(words);
  const form = coming ?? new RegExp(`^(?:a )?${count}${units} (?:назад|ago)(?!\\p{L})`, "u").exec(words);
  if (!form) return null;
  const [{ length }, written = "1", unit = ""] = form;
  const many = (coming ? 1 : -1) * (numbers[written] ?? Number(written));
  if (/^м|^m/.test(unit)) return { at: monthsLater(today, many), length };
  return { at: today + many * (/^н|^w/.test(unit) ? 7 : 1) * dayMs, length };
}

const numbers: Record<string, number> = { две: 2, два: 2, two: 2, три: 3, three: 3 };

/** The same day of another month, or its last where it is shorter. */
function monthsLater(today: number, months: number): number {
  const date = new Date(today);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Date.UTC(
    year,
    month,
    Math.min(date.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate()),
  );
}

function findWeekday(words: string, today: number): Found {
  const form =
    /^(?:во? |on )?(?:(следующ\p{L}{2}|next) |(прошл\p{L}{2}|last) |(?:эт\p{L}{1,2}|this) )?(\p{L}+)\.?/u;
  const [match, next, last, name = ""] = form.exec(words) ?? [];
  const weekday = weekdayOf(name);
  if (!match || weekday < 0) return null;
  const now = new Date(today).getUTCDay();
  // Weeks begin on Monday.
  const sinceMonday = (day: number) => (day + 6) % 7;
  const coming = next ? 7 - sinceMonday(now) + sinceMonday(weekday) : ((weekday - now + 6) % 7) + 1;
  const days = last ? ((weekday - now + 7) % 7) - 7 : coming;
  return { at: today + days * dayMs, length: match.length };
}

function findDate(words: string, today: number): Found {
  const end = "(?=$|[\\s,])";
  const iso = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${end}`).exec(words);
  if (iso) return { at: dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), length: iso[0].length };
  const form = new RegExp(`^(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?\\.?${end}`).exec(words);
  // `10-30` is a time.
  if (form && (form[2] !== "-" || form[4])) {
    const [{ length }, day, , month, year] = form;
    return { at: inYear(year, Number(month), Number(day), today), length };
  }
  const named =
    new RegExp(`^(\\d{1,2})(?:-?го|st|nd|rd|th)? (\\p{L}{3,})\\.?(?: (\\d{4}))?${end}`, "u").exec(words) ??
    new RegExp(`^()(\\p{L}{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?${end}`, "u").exec(words);
  if (!named) return null;
  const [{ length }, dayFirst, name = ""] = named;
  const month = months.findIndex((one) => one.test(name)) + 1;
  if (month === 0) return null;
  const [day, year] = dayFirst ? [dayFirst, named[3]] : [named[3], named[4]];
  return { at: inYear(year, month, Number(day), today), length };
}

function inYear(given: string | undefined, month: number, day: number, today: number): number | null {
  if (given) return dateOf(given.length === 2 ? 2000 + Number(given) : Number(given), month, day);
  const year = new Date(today).getUTCFullYear();
  for (const each of [year, year + 1, year + 2, year + 3, year + 4]) {
    const at = dateOf(each, month, day);
    // 29 February waits for its year.
    if (at !== null && at > today - latelyMs) return at;
  }
  return null;
}

function dateOf(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 ? at : null;
}
