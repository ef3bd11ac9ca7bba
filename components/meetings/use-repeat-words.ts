import { useFormatter, useTranslations } from "next-intl";
import type { MeetingRepeat } from "@/server/domain/meetings/schema";

/** Sunday is 0 and 7. */
const sunday = Date.parse("2026-02-01T00:00:00Z");
const dayMs = 86_400_000;

/** The days of the week that a cron field names, from Monday; null when it says more than a list and ranges. */
function weekdays(field: string): number[] | null {
  const days = new Set<number>();
  for (const part of field.split(",")) {
    const range = /^([0-7])(?:-([0-7]))?$/.exec(part);
    if (!range) return null;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    for (let day = from; day <= to; day++) days.add(day % 7);
  }
  return [...days].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7));
}

/** How a repetition is read aloud; five fields that say something rarer are shown as they are. */
export function useRepeatWords() {
  const t = useTranslations("Meetings");
  const format = useFormatter();
  const nameOf = (day: number) =>
    format.dateTime(new Date(sunday + day * dayMs), { timeZone: "UTC", weekday: "long" });
  return (repeat: MeetingRepeat): string => {
    if (repeat.kind !== "cron") return t(`repeat.${repeat.kind}`);
    const [minute = "", hour = "", date = "", month = "", weekday = ""] = repeat.cron.split(/\s+/);
    const isPlain = /^\d+$/.test(minute) && /^\d+$/.test(hour) && month === "*";
    const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
    const days = weekdays(weekday);
    if (isPlain && date === "*" && weekday === "*") return t("cron.daily", { time });
    if (isPlain && date === "*" && weekday === "1-5") return t("cron.weekdays", { time });
    if (isPlain && date === "*" && days)
      return t("cron.weekly", { days: format.list(days.map(nameOf)), time });
    if (isPlain && /^\d+$/.test(date) && weekday === "*")
      return t("cron.monthly", { date: Number(date), time });
    return t("cron.other", { cron: repeat.cron });
  };
}
