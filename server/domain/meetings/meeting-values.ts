import type { Meeting, MeetingPerson } from "@/prisma/generated/client";
import { answersEnd } from "@/server/domain/meetings/meeting-clock";
import { zoneName } from "@/server/domain/meetings/zone-name";
import { localeFor } from "@/server/lib/phrases";

/** What stands for the placeholders of a text about a meeting, in the workspace's language and the meeting's time zone. */
export function meetingValues(
  meeting: Pick<Meeting, "topic" | "startsAt" | "timeZone" | "place" | "link" | "agenda" | "answersUntil"> & {
    organiser: Pick<MeetingPerson, "fullName" | "email"> | null;
  },
  locale: string,
): Record<"topic" | "date" | "time" | "zone" | "place" | "link" | "agenda" | "organiser" | "until", string> {
  const { topic, startsAt, timeZone, place, link, agenda, organiser } = meeting;
  const language = localeFor(locale) === "ru" ? "ru-RU" : "en-GB";
  const format = (at: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options }).format(at);
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const hour = { hour: "2-digit", minute: "2-digit" } as const;
  return {
    topic,
    date: format(startsAt, day),
    time: format(startsAt, hour),
    zone: zoneName(localeFor(locale), timeZone, startsAt),
    place,
    link,
    agenda,
    organiser: organiser?.fullName || organiser?.email || "",
    until: format(answersEnd(meeting), { day: "numeric", month: "long", ...hour }),
  };
}
