import { z } from "zod";
import { nextMoment } from "@/server/domain/meetings/meeting-repeat";
import { readClockTime } from "@/server/domain/meetings/read-clock-time";
import { momentAt, readDay } from "@/server/domain/meetings/read-moment";
import type { MeetingRepeat } from "@/server/domain/meetings/schema";
import { wallClock } from "@/server/domain/workspaces/zoned-moment";
import { clock } from "@/server/lib/clock";
import { readRule, repeatOfRule } from "./read-rule";
import { say, type Turn } from "./turn";
import { dayWords, momentWords } from "./words-for-time";

/** What a text says, or in words why it says nothing and how it should look. */
export type FieldRead<Value> = { ok: true; value: Value } | { ok: false; why: string };
type Speaker = Pick<Turn, "locale">;

const asked = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A text of up to `most` characters that may not be empty. */
export function readWords(turn: Speaker, text: string, most: number): FieldRead<string> {
  const value = text.trim();
  if (value === "") return { ok: false, why: say(turn, "textNeeded") };
  if (value.length > most) return { ok: false, why: say(turn, "textTooLong", { count: value.length, most }) };
  return { ok: true, value };
}

/** A coming day in a time zone, perhaps with a time of it. */
export function readDayField(
  turn: Speaker,
  text: string,
  timeZone: string,
): FieldRead<{ day: string; time: string | null }> {
  const now = clock.now();
  const read = readDay(text, { now, timeZone });
  if (read.ok) return { ok: true, value: { day: read.day, time: read.time } };
  const values = { text: asked(text), example: exampleDay(now) };
  switch (read.why) {
    case "unreadable":
      return { ok: false, why: say(turn, "dayUnreadable", values) };
    case "no_such_day":
      return { ok: false, why: say(turn, "dayMissing", values) };
    case "no_such_time":
      return { ok: false, why: say(turn, "timeMissing", values) };
    case "past": {
      const [day, today] = [read.day, dayOf(now, timeZone)].map((each) => dayWords(turn.locale, each));
      return { ok: false, why: say(turn, "dayPast", { ...values, day: day ?? "", today: today ?? "" }) };
    }
    case "far":
      return { ok: false, why: say(turn, "dayFar", values) };
  }
}

/** The day (`2026-02-16`) that a zone's calendar shows, or one so many days later. */
export function dayOf(now: Date, timeZone: string, later = 0): string {
  const at = wallClock(timeZone, now.getTime()) + later * 24 * 3600_000;
  return new Date(at).toISOString().slice(0, 10);
}

/** A week from now, as a date should be written. */
export function exampleDay(now: Date): string {
  const [year, month, day] = new Date(now.getTime() + 7 * 24 * 3600_000)
    .toISOString()
    .slice(0, 10)
    .split("-");
  return `${day}.${month}.${year}`;
}

/** A time on a day that is to come. */
export function readTimeField(turn: Speaker, text: string, day: string, timeZone: string): FieldRead<string> {
  const read = readClockTime(text);
  if (read.ok) return checkMoment(turn, day, read.time, timeZone);
  const key = read.why === "unreadable" ? "timeUnreadable" : "timeMissing";
  return { ok: false, why: say(turn, key, { text: asked(text) }) };
}

/** The time if that day and time are to come and exist in the zone. */
export function checkMoment(turn: Speaker, day: string, time: string, timeZone: string): FieldRead<string> {
  const now = clock.now();
  const moment = momentAt(day, time, { now, timeZone });
  if (moment.ok) return { ok: true, value: time };
  const values = {
    time,
    day: dayWords(turn.locale, day),
    now: momentWords(turn.locale, now.toISOString(), timeZone),
  };
  return { ok: false, why: say(turn, moment.why === "past" ? "timePast" : "timeSkipped", values) };
}

const address = z.url({ protocol: /^https?$/ }).max(2000);

/** An http(s) address; `https://` may be left out. */
export function readLink(turn: Speaker, text: string): FieldRead<string> {
  const written = text.trim();
  const whole = /^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(written) ? `https://${written}` : written;
  const read = address.safeParse(whole);
  if (read.success && !/\s/.test(whole)) return { ok: true, value: whole };
  return { ok: false, why: say(turn, "linkBad", { text: asked(written) }) };
}

/** How a meeting repeats: words (`readRule`), or five cron fields that name a moment after `startsAt`; null for once. */
export function readRepeat(
  turn: Speaker,
  text: string,
  { timeZone, startsAt }: { timeZone: string; startsAt: Date },
): FieldRead<MeetingRepeat | null> {
  const words = text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
  if (/^(none|once|нет|no|один раз|разово|не повторять|без повтора)$/.test(words))
    return { ok: true, value: null };
  const rule = readRule(text);
  if (rule) return { ok: true, value: repeatOfRule(rule, { timeZone, startsAt }) };
  if (words.split(" ").length === 5 && words.length <= 100 && nextMoment(words, timeZone, startsAt))
    return { ok: true, value: { kind: "cron", cron: words } };
  return { ok: false, why: say(turn, "repeatBad", { text: asked(text.trim()) }) };
}

/** Buttons for how a meeting may repeat; their values are read as texts are. */
export function repeatChoices(turn: Speaker): { label: string; value: string }[][] {
  return [
    [
      { label: say(turn, "repeatNone"), value: "none" },
      { label: say(turn, "repeatDaily"), value: "daily" },
    ],
    [
      { label: say(turn, "repeatWeekdays"), value: "weekdays" },
      { label: say(turn, "repeatWeekly"), value: "weekly" },
    ],
  ];
}

const onDays = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|1-5|[0-6](?:,[0-6])*)$/;

/** A repetition in words; five fields that say something rarer stand as they are. */
export function repeatWords(turn: Speaker, repeat: MeetingRepeat | null): string {
  if (!repeat) return say(turn, "repeatNone");
  if (repeat.kind !== "cron") return say(turn, repeat.kind === "daily" ? "repeatDaily" : "repeatWeekly");
  const [, minute = "", hour, date = "*", days = "*"] = onDays.exec(repeat.cron) ?? [];
  if (!hour || (date !== "*" && days !== "*")) return say(turn, "repeatCron", { cron: repeat.cron });
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (date !== "*") return say(turn, "repeatOnDate", { date, time });
  if (days === "*") return say(turn, "repeatDailyAt", { time });
  if (days === "1-5") return say(turn, "repeatOnWeekdays", { time });
  return say(turn, "repeatOnDays", { days: daysWords(turn, days.split(",").map(Number)), time });
}

/** Weekdays (0 is Sunday) as a repetition names them, from Monday: `вторникам и средам`, `Tuesdays and Wednesdays`. */
function daysWords({ locale }: Speaker, weekdays: number[]): string {
  const names = weekdays
    .toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
    .map((day) => say({ locale }, "onDay", { day: String(day) }));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

const part = /(\d{1,5}(?:[.,]5)?)\s*(дн?\p{L}*|сут\p{L}*|d\p{L}*|ч\p{L}*|h\p{L}*|м\p{L}*|m\p{L}*)?/gu;

/** A length of time in minutes: `90`, `1:30`, `1 ч 30 мин`, `2 hours`, `1 день`; null for what is none. */
export function readMinutes(text: string): number | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/полтора часа|an hour and a half/g, "90 м")
    .replace(/полчаса|half an hour/g, "30 м")
    // A unit by itself is one of it.
    .replace(/(?<!\d\s*|\p{L})(?:an? )?(час|день|сутки|hour|day)(?!\p{L})/gu, "1 $1");
  const [, hours, rest] = /^(\d{1,2}):(\d{2})$/.exec(words) ?? [];
  if (hours && rest) return Number(hours) * 60 + Number(rest);
  const parts = [...words.matchAll(part)];
  if (parts.length === 0 || words.replace(part, "").replace(/[\s.]|за|in|и|and/g, "") !== "") return null;
  const total = parts.reduce((sum, [, count = "", unit = "м"]) => {
    const size = /^[дсd]/.test(unit) ? 1440 : /^[чh]/.test(unit) ? 60 : 1;
    return sum + Number(count.replace(",", ".")) * size;
  }, 0);
  return Math.round(total);
}
