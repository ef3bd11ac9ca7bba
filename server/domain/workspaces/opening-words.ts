import { wallClock } from "@/server/domain/workspaces/zoned-moment";
import { type Locale, phrase } from "@/server/lib/phrases";

const dayMs = 24 * 3600_000;

/** An opening time as a customer reads it: “tomorrow at 09:00 (GMT+1)”, by the wall clock of the workspace's zone. */
export function openingWords(locale: Locale, timeZone: string, opening: Date, now: Date): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "ru" ? "ru-RU" : "en-GB", { timeZone, ...options });
  const time = format({ hour: "2-digit", minute: "2-digit" }).format(opening);
  const zone =
    format({ timeZoneName: "shortOffset" })
      .formatToParts(opening)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  const day = (moment: Date) => Math.floor(wallClock(timeZone, moment.getTime()) / dayMs);
  const daysAhead = day(opening) - day(now);
  if (daysAhead === 0) return phrase(locale, "Bot.openingToday", { time, zone });
  if (daysAhead === 1) return phrase(locale, "Bot.openingTomorrow", { time, zone });
  const weekday = format({ weekday: "long" }).format(opening);
  const date = format({ day: "numeric", month: "long" }).format(opening);
  return phrase(locale, "Bot.openingOn", { weekday, date, time, zone });
}
