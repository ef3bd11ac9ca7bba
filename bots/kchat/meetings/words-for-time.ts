import type { Locale } from "@/server/lib/phrases";

const language = (locale: Locale) => (locale === "ru" ? "ru-RU" : "en-GB");

/** A day (`2026-02-16`) as people say it, with its weekday. */
export function dayWords(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(language(locale), {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A moment (ISO 8601) as people say it in a time zone: weekday, day and hour. */
export function momentWords(locale: Locale, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language(locale), {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));
}

/** A moment (ISO 8601) in a time zone in as few signs as a button has room for: `16.02 10:00`. */
export function shortMoment(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("ru-RU", {
    timeZone,
    day: "2-digit",
    month: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(at));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? "";
  return `${part("day")}.${part("month")} ${part("hour")}:${part("minute")}`;
}

/** What a zone's calendar and clock show at a moment (ISO 8601): `2026-02-16` and `10:00`. */
export function dayAndTime(at: string, timeZone: string): { day: string; time: string } {
  // Sweden writes dates as ISO 8601 does.
  const form = { timeZone, dateStyle: "short", timeStyle: "short" } as const;
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", form).format(new Date(at)).split(" ");
  return { day, time };
}
