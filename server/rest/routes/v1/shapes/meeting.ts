import { z } from "@hono/zod-openapi";
import {
  ATTENDANCES,
  createMeetingInput,
  type InviteeView,
  MEETING_STATES,
  type MeetingRefusal,
  type MeetingSummary,
  type MeetingView,
  meetingRepeat,
} from "@/server/domain/meetings/schema";

const id = z.number().int();
const moment = z.iso.datetime();

const counts = z
  .object({
    yes: id,
    no: id,
    maybe: id,
    sick: id,
    trip: id,
    vacation: id,
    unanswered: id,
    total: id,
  })
  .openapi("AttendanceCounts");

export const summaryShape = z
  .object({
    id,
    topic: z.string(),
    starts_at: moment,
    duration_minutes: id,
    time_zone: z.string().openapi({ description: "IANA name." }),
    place: z.string(),
    state: z.enum(MEETING_STATES),
    repeats: z.boolean(),
    counts,
  })
  .openapi("MeetingSummary");

export const meetingShape = summaryShape
  .extend({
    link: z.string(),
    agenda: z.string(),
    organiser: z.string().nullable().openapi({ description: "Name of the organiser." }),
    resource_id: id.nullable().openapi({ description: "The bot that asks the invitees." }),
    answers_until: moment.nullable(),
    is_open: z.boolean().openapi({ description: "Answers may still change." }),
    reminder_minutes: z.array(id),
    repeat: meetingRepeat.nullable(),
    moved_to_id: id.nullable(),
    moved_from_id: id.nullable(),
  })
  .openapi("Meeting", {
    example: {
      id: 12,
      topic: "Бюджет",
      starts_at: "2026-11-23T07:00:00.000Z",
      duration_minutes: 60,
      time_zone: "Europe/Moscow",
      place: "Зал 5",
      state: "planned",
      repeats: true,
      counts: { yes: 3, no: 1, maybe: 0, sick: 1, trip: 0, vacation: 0, unanswered: 2, total: 7 },
      link: "https://example.com/join/1",
      agenda: "Итоги месяца",
      organiser: "Иванов Иван",
      resource_id: 3,
      answers_until: null,
      is_open: true,
      reminder_minutes: [1440, 60],
      repeat: { kind: "weekly" },
      moved_to_id: null,
      moved_from_id: null,
    },
  });

export const inviteeShape = z
  .object({
    id,
    person_id: id,
    full_name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable().openapi({ description: "Digits with the country's code." }),
    reach: z.enum(["bot", "mail", "none"]),
    is_permanent: z.boolean(),
    attendance: z.enum(ATTENDANCES).nullable(),
    comment: z.string(),
    answered_at: moment.nullable(),
    asked_at: moment.nullable(),
    mailed_at: moment.nullable(),
  })
  .openapi("Invitee");

const { shape } = createMeetingInput.required();
export const changedMeeting = z
  .object({
    topic: shape.topic,
    starts_at: shape.startsAt,
    duration_minutes: shape.durationMinutes,
    time_zone: shape.timeZone,
    place: shape.place,
    link: shape.link,
    agenda: shape.agenda,
    answers_until: shape.answersUntil,
    reminder_minutes: shape.reminderMinutes,
    make_link: z.boolean().openapi({ description: "Has a connected account make the link." }),
    repeat: meetingRepeat.nullable(),
  })
  .partial();
export const madeMeeting = changedMeeting
  .extend({
    resource_id: shape.resourceId.unwrap().unwrap().nullable().optional(),
    invite_permanent: z.boolean().optional(),
  })
  .required({ topic: true, starts_at: true, time_zone: true });

/** What a program wrote of a meeting, in the domain's names. */
export function fieldsOf(given: z.infer<typeof changedMeeting>) {
  return {
    topic: given.topic,
    startsAt: given.starts_at,
    durationMinutes: given.duration_minutes,
    timeZone: given.time_zone,
    place: given.place,
    link: given.link,
    agenda: given.agenda,
    answersUntil: given.answers_until,
    reminderMinutes: given.reminder_minutes,
    makeLink: given.make_link,
    repeat: given.repeat,
  };
}

export function summaryOf(meeting: MeetingSummary): z.infer<typeof summaryShape> {
  const { id: ownId, topic, startsAt, durationMinutes, timeZone, place, state, repeats } = meeting;
  return {
    id: ownId,
    topic,
    starts_at: startsAt,
    duration_minutes: durationMinutes,
    time_zone: timeZone,
    place,
    state,
    repeats,
    counts: meeting.counts,
  };
}

export function meetingOf(meeting: MeetingView): z.infer<typeof meetingShape> {
  return {
    ...summaryOf(meeting),
    link: meeting.link,
    agenda: meeting.agenda,
    organiser: meeting.organiser && (meeting.organiser.fullName || meeting.organiser.email),
    resource_id: meeting.resourceId,
    answers_until: meeting.answersUntil,
    is_open: meeting.isOpen,
    reminder_minutes: meeting.reminderMinutes,
    repeat: meeting.repeat,
    moved_to_id: meeting.movedToId,
    moved_from_id: meeting.movedFromId,
  };
}

export function inviteeOf({ person, ...invitee }: InviteeView): z.infer<typeof inviteeShape> {
  return {
    id: invitee.id,
    person_id: person.id,
    full_name: person.fullName,
    email: person.email,
    phone: person.phone,
    reach: person.reach,
    is_permanent: person.isPermanent,
    attendance: invitee.attendance,
    comment: invitee.comment,
    answered_at: invitee.answeredAt,
    asked_at: invitee.askedAt,
    mailed_at: invitee.mailedAt,
  };
}

/** Why nothing came of it, in words for programs' developers. */
export const meetingRefusals: Record<MeetingRefusal["reason"], string> = {
  past: "starts_at: is over already.",
  not_planned: "The meeting is cancelled or was moved.",
  closed_for_answers: "Answers are not taken any more.",
  bad_cron: "repeat: is no rule of five fields that ever comes to pass.",
  link_and_account: "link: must be empty where make_link asks for one.",
  no_call_account: "make_link: no account that makes calls is connected.",
  call_failed: "make_link: the account could not make a link.",
  address_missing: "A person needs an e-mail address or a phone number.",
  already_invited: "This person is invited already.",
  address_taken: "The e-mail address or the phone number is another person's.",
};
