import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function everyHalfMinute(listener: () => void): () => void {
  const timer = setInterval(listener, minute / 2);
  return () => clearInterval(timer);
}

/** Times in the reader's language and zone, as of now. */
export function useTimes() {
  const locale = useLocale();
  const now = useSyncExternalStore(
    everyHalfMinute,
    () => Math.floor(Date.now() / (minute / 2)) * (minute / 2),
    () => 0,
  );
  const format = (time: Date, how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, how).format(time);
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  return {
    /** Hours and minutes today, the weekday within a week, else the day. */
    brief: (iso: string) => {
      const time = new Date(iso);
      if (time.toDateString() === new Date(now).toDateString())
        return format(time, { hour: "numeric", minute: "2-digit" });
      if (now - time.getTime() < 6 * day) return format(time, { weekday: "short" });
      const thisYear = time.getFullYear() === new Date(now).getFullYear();
      return format(time, { day: "numeric", month: "short", ...(!thisYear && { year: "2-digit" }) });
    },
    /** How long ago, in its largest unit. */
    since: (iso: string) => {
      const ms = Math.max(0, now - Date.parse(iso));
      if (ms < hour) return unit(Math.max(1, Math.floor(ms / minute)), "minute");
      return ms < day ? unit(Math.floor(ms / hour), "hour") : unit(Math.floor(ms / day), "day");
    },
    full: (iso: string) => format(new Date(iso), { dateStyle: "medium", timeStyle: "short" }),
    /** From one time to another, what is the same of both said once. */
    span: (from: string, to: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).formatRange(
        new Date(from),
        new Date(to),
      ),
    day: (iso: string) => format(new Date(iso), { dateStyle: "medium" }),
  };
}
