import { createEvent } from "ics";
import type { Meeting, MeetingPerson } from "@/prisma/generated/client";
import { appUrl } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";

/**
 * A meeting's calendar event for one guest (iCalendar, RFC 5545; REQUEST and CANCEL as in RFC 5546): its UID stays the
 * same through changes and moves, its SEQUENCE rises. Null when it cannot be written. Times are in UTC, which every calendar shows in its owner's zone.
 */
export function calendarEvent(
  method: "REQUEST" | "CANCEL",
  meeting: Meeting & { organiser: MeetingPerson | null },
  guest: Pick<MeetingPerson, "fullName"> & { email: string },
): string | null {
  const { topic, startsAt, durationMinutes, place, link, agenda, organiser } = meeting;
  const isCancelled = method === "CANCEL";
  const { error, value } = createEvent({
    method,
    productId: "-//AssistChat//Meetings//EN",
    uid: meeting.calendarUid,
    sequence: meeting.calendarSequence,
    start: utcParts(startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes: durationMinutes },
    title: topic,
    description: [agenda, link].filter(Boolean).join("\n\n"),
    location: place || link,
    status: isCancelled ? "CANCELLED" : "CONFIRMED",
    organizer: {
      name: plain(organiser?.fullName) || "AssistChat",
      email: organiser?.email ?? `no-reply@${new URL(appUrl).hostname}`,
    },
    attendees: [
      {
        name: plain(guest.fullName) || guest.email,
        email: guest.email,
        role: "REQ-PARTICIPANT",
        partstat: "NEEDS-ACTION",
        // Answers come by the bot or through the organiser: a calendar's own would reach nobody.
        rsvp: false,
      },
    ],
  });
  if (value) return value;
  // An address that this library takes for none must not keep the letter, nor everybody's behind it.
  logger.error({ meetingId: meeting.id, reason: error?.message }, "a calendar event could not be written");
  return null;
}

function utcParts(at: Date): [number, number, number, number, number] {
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()];
}

/** A name as a parameter's value can carry it, which knows no quotes and no line breaks. */
function plain(name: string | undefined): string {
  return (name ?? "").replace(/["\p{Cc}]/gu, " ").trim();
}
