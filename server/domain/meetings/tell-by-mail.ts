import type { Meeting, MeetingPerson, Workspace } from "@/prisma/generated/client";
import { calendarEvent } from "@/server/domain/meetings/calendar-event";
import { meetingValues } from "@/server/domain/meetings/meeting-values";
import { queueMail } from "@/server/domain/notifications/queue-mail";
import type { Tx } from "@/server/lib/db";
import { type Locale, phrase } from "@/server/lib/phrases";

/** A meeting with everything that is told of it. */
export type ToldMeeting = Meeting & {
  workspace: Workspace;
  organiser: MeetingPerson | null;
  resource: { name: string } | null;
};

export type MeetingLetter =
  | "invitation"
  | "reminder"
  | "changed"
  | "moved"
  | "cancelled"
  | "uninvited"
  | "withdrawn";

const withdrawn: readonly MeetingLetter[] = ["cancelled", "uninvited", "withdrawn"];

/** Queues a letter about a meeting to one guest in their language, with its calendar event; a reminder carries none. */
export async function tellByMail(
  tx: Tx,
  kind: MeetingLetter,
  meeting: ToldMeeting,
  guest: MeetingPerson & { email: string },
  locale: Locale,
  text: string,
): Promise<void> {
  const { workspace, resource } = meeting;
  const values = meetingValues(meeting, locale);
  const isOver = withdrawn.includes(kind);
  const footer = isOver
    ? ""
    : resource
      ? phrase(locale, "Mail.meetingAnswerToBot", { bot: resource.name })
      : values.organiser && phrase(locale, "Mail.meetingAnswerToOrganiser", { organiser: values.organiser });
  await queueMail(tx, {
    to: guest.email,
    subject: phrase(locale, `Mail.meeting_${kind}`, {
      topic: meeting.topic,
      when: `${values.date}, ${values.time}`,
    }),
    text: footer ? `${text}\n\n${footer}` : text,
    workspaceId: workspace.id,
    ...(kind !== "reminder" && {
      calendar: calendarEvent(isOver ? "CANCEL" : "REQUEST", meeting, guest),
    }),
  });
}
