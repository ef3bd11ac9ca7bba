import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useReaderZone } from "@/components/meetings/use-reader-zone";
import { wallClock } from "@/components/meetings/wall-clock";
import type { MeetingRefusal, MeetingRepeat } from "@/server/domain/meetings/schema";

type Timed = { startsAt: string; durationMinutes: number; timeZone: string };

const clockTime = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** How moments, lengths, repeats and refusals of meetings are put: moments in the meeting's own zone. */
export function useMeetingWords() {
  const t = useTranslations("Meetings");
  const format = useFormatter();
  const locale = useLocale();
  const readerZone = useReaderZone();
  const endOf = ({ startsAt, durationMinutes }: Timed) =>
    new Date(Date.parse(startsAt) + durationMinutes * 60_000);
  const time = (at: string | Date, timeZone: string) =>
    format.dateTime(new Date(at), { ...clockTime, timeZone });
  return {
    readerZone,
    time,
    span: (meeting: Timed) =>
      `${time(meeting.startsAt, meeting.timeZone)} – ${time(endOf(meeting), meeting.timeZone)}`,
    /** `2026-02-16` or a moment in a zone, as a day with its weekday. */
    day: (at: string, timeZone: string) =>
      format.dateTime(new Date(at), {
        timeZone,
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
      }),
    shortDay: (at: string, timeZone: string) =>
      format.dateTime(new Date(at), { timeZone, weekday: "short", day: "numeric", month: "short" }),
    month: (month: string) =>
      format.dateTime(new Date(`${month}-15T12:00:00Z`), { timeZone: "UTC", month: "long", year: "numeric" }),
    moment: (at: string, timeZone = readerZone) =>
      format.dateTime(new Date(at), { timeZone, day: "numeric", month: "short", ...clockTime }),
    zone: (timeZone: string, at: string) => {
      const nameOf = (language: string, timeZoneName: "shortOffset" | "shortGeneric") =>
        new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
          .formatToParts(new Date(at))
          .find(({ type }) => type === "timeZoneName")?.value;
      // IANA names are English; Russian names places by themselves: Москва, Екатеринбург.
      const generic = locale === "ru" ? nameOf(locale, "shortGeneric") : undefined;
      const isPlace = generic !== undefined && !/^(GMT|UTC)/.test(generic);
      const place = isPlace ? generic : (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
      const offset = nameOf("en", "shortOffset");
      return !offset || offset === place ? place : `${place}, ${offset}`;
    },
    /** When it begins by the reader's clocks; null where these show the same. */
    readerTime: ({ startsAt, timeZone }: Timed) => {
      const [there, here] = [timeZone, readerZone].map((zone) => wallClock(new Date(startsAt), zone));
      if (!there || !here || (there.day === here.day && there.time === here.time)) return null;
      if (there.day === here.day) return here.time;
      return format.dateTime(new Date(startsAt), {
        timeZone: readerZone,
        weekday: "short",
        day: "numeric",
        month: "short",
        ...clockTime,
      });
    },
    /** Minutes as `45 min`, `1 h 30 min`, `1 day`. */
    length: (minutes: number) => {
      const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
      return [
        days && t("days", { count: days }),
        hours && t("hours", { count: hours }),
        rest && t("minutes", { count: rest }),
      ]
        .filter(Boolean)
        .join(" ");
    },
    repeat: (repeat: MeetingRepeat) => t(`repeat.${repeat.kind}`),
    refusal: ({ reason, detail }: MeetingRefusal) =>
      reason === "call_failed" && detail
        ? t("refusal.call_failed_because", { detail })
        : t(`refusal.${reason}`),
  };
}
