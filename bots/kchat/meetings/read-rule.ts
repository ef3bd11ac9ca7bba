import { z } from "zod";
import { readClockTime } from "@/server/domain/meetings/read-clock-time";
import { weekdayOf } from "@/server/domain/meetings/read-moment";
import type { MeetingRepeat } from "@/server/domain/meetings/schema";
import { wallClock } from "@/server/domain/workspaces/zoned-moment";

/** A repetition before its hour is known. `weekdays`: 0 is Sunday. `time`: `10:00`; left out is the meeting's own. */
export const repeatRule = z.object({
  every: z.enum(["day", "week", "month", "weekdays"]),
  weekdays: z.array(z.number().int().min(0).max(6)).default([]),
  time: z.string().optional(),
});
export type RepeatRule = z.infer<typeof repeatRule>;

const workdays = [1, 2, 3, 4, 5];
const known: [RegExp, Omit<RepeatRule, "time">][] = [
  [/^(?:daily|(?:every|each) day|ежедневно|кажд\p{L}+ день)$/u, { every: "day", weekdays: [] }],
  [
    /^(?:weekly|(?:every|each|once a) week|еженедельно|кажд\p{L}+ неделю|раз в неделю)$/u,
    { every: "week", weekdays: [] },
  ],
  [
    /^(?:monthly|(?:every|each|once a) month|ежемесячно|кажд\p{L}+ месяц|раз в месяц)$/u,
    { every: "month", weekdays: [] },
  ],
  [
    /^(?:(?:on |every |each )?(?:weekdays?|work(?:ing )?days?)|(?:по|в) (?:будням|будни|рабочим дням|рабочие дни)|будни|кажд\p{L}+ (?:будний|рабочий) день)$/u,
    { every: "weekdays", weekdays: workdays },
  ],
  [
    /^(?:(?:on |every |each )?weekends?|(?:по|в) (?:выходным|выходные)|кажд\p{L}+ выходные)$/u,
    { every: "weekdays", weekdays: [0, 6] },
  ],
];
/** Words that stand between the names of days and say nothing of their own. */
const between = /^(?:и|а также|and|also|every|each|on|кажд\p{L}+|по|в|во|еженедельно|weekly|с|from)$/u;

/**
 * Reads how something repeats, in Russian or English: `ежедневно`, `по будням`, `каждый вторник`, `по пн и ср в 10:00`,
 * `пн-пт`, `every Tuesday`, `monthly`; null for every other text.
 */
export function readRule(text: string): RepeatRule | null {
  const words = text.trim().toLowerCase().replaceAll("ё", "е").replace(/[.!]$/, "").replace(/\s+/g, " ");
  const [, before = "", after = ""] = /^(\D+?),? (?:(?:в|at) )?(\d.*)$/.exec(words) ?? [];
  const time = after === "" ? null : readClockTime(after);
  if (after !== "" && !time?.ok) return null;
  const rule = readDays(after === "" ? words : before);
  return rule && { ...rule, ...(time?.ok && { time: time.time }) };
}

function readDays(words: string): Omit<RepeatRule, "time"> | null {
  const found = known.find(([form]) => form.test(words));
  if (found) return found[1];
  const ranged = words.replace(
    /(\p{L}+) ?(?:[-–—]| по | to ) ?(\p{L}+)/gu,
    (all, from: string, to: string) => {
      const [first, last] = [weekdayOf(nominative(from)), weekdayOf(nominative(to))];
      return first < 0 || last < 0 ? all : `${first}~${last}`;
    },
  );
  const names = ranged.split(/[\s,;/+&]+/).filter((word) => word !== "" && !between.test(word));
  const days = new Set<number>();
  for (const name of names) {
    const [, from, to] = /^(\d)~(\d)$/.exec(name) ?? [];
    const first = from ? Number(from) : weekdayOf(name);
    if (first < 0) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === (to ? Number(to) : first)) break;
    }
  }
  return days.size === 0 ? null : { every: "weekdays", weekdays: [...days].sort((a, b) => a - b) };
}

/** “с понедельника по пятницу” names its first day in the genitive. */
function nominative(name: string): string {
  return name.replace(/^(понедельник|вторник|четверг)а$/, "$1").replace(/^(сред|пятниц|суббот)[ыу]$/, "$1а");
}

/** The first day after `day` (`2026-02-16`) on which a rule of days falls; null for a rule that names none. */
export function firstDayOf({ every, weekdays }: RepeatRule, day: string): string | null {
  if (every === "week" || every === "month") return null;
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + ahead * 86_400_000);
    if (every === "day" || weekdays.includes(next.getUTCDay())) return next.toISOString().slice(0, 10);
  }
  return null;
}

/** The repetition that a rule is for a meeting that begins then. */
export function repeatOfRule(
  { every, weekdays, time }: RepeatRule,
  { timeZone, startsAt }: { timeZone: string; startsAt: Date },
): MeetingRepeat {
  const start = new Date(wallClock(timeZone, startsAt.getTime()));
  const own = start.toISOString().slice(11, 16);
  const [hour, minute] = (time ?? own).split(":").map(Number);
  const cron = (days: string) => ({ kind: "cron", cron: `${minute} ${hour} ${days}` }) as const;
  const isOwn = (time ?? own) === own;
  if (every === "month") return cron(`${start.getUTCDate()} * *`);
  if (every === "day" || weekdays.length === 7) return isOwn ? { kind: "daily" } : cron("* * *");
  const days = every === "week" ? [start.getUTCDay()] : weekdays;
  if (isOwn && days.length === 1 && days[0] === start.getUTCDay()) return { kind: "weekly" };
  return cron(`* * ${days.join() === workdays.join() ? "1-5" : days.join()}`);
}
