import { z } from "zod";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
/** ISO 8601 with zone. */
const moment = z.iso.datetime({ offset: true });

export const ATTENDANCES = ["yes", "no", "maybe", "sick", "trip", "vacation"] as const;
export type AttendanceName = (typeof ATTENDANCES)[number];
/** The answers that say a person is away that whole day. */
export const ABSENCES = ["sick", "trip", "vacation"] as const satisfies AttendanceName[];

export const MEETING_STATES = ["planned", "cancelled", "moved"] as const;
export type MeetingStateName = (typeof MEETING_STATES)[number];

/** How a meeting repeats: at its own hour each day or week, or as five cron fields say; in the meeting's time zone. */
export const meetingRepeat = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("daily") }),
  z.object({ kind: z.literal("weekly") }),
  z.object({ kind: z.literal("cron"), cron: z.string().trim().min(9).max(100) }),
]);
export type MeetingRepeat = z.infer<typeof meetingRepeat>;

/** Whether the text is a time zone that this machine knows. */
function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

const meetingFields = z.object({
  topic: z.string().trim().min(1).max(200),
  startsAt: moment,
  durationMinutes: z.number().int().min(5).max(1440),
  /** IANA name. */
  timeZone: z.string().max(60).refine(isTimeZone, "There is no such time zone."),
  place: z.string().trim().max(300),
  /** An address of one's own; see `makeLink` for one that a Zoom resource makes. */
  link: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(2000)]),
  agenda: z.string().trim().max(4000),
  /** Answers may change until then; null: until it starts. */
  answersUntil: moment.nullable(),
  /** How many minutes before it starts those who have not answered are reminded; none for no reminders. */
  reminderMinutes: z.array(z.number().int().min(5).max(43_200)).max(5),
});

export const createMeetingInput = meetingFields
  .partial({
    durationMinutes: true,
    place: true,
    link: true,
    agenda: true,
    answersUntil: true,
    reminderMinutes: true,
  })
  .extend({
    /** The same twice is one meeting. */
    clientId: z.uuid(),
    /** The bot that asks; left out: the workspace's only one that serves meetings, else none. */
    resourceId: id.nullable().optional(),
    /** Has an active account that makes calls (Zoom) make the link; `link` must be empty then. */
    makeLink: z.boolean().optional(),
    repeat: meetingRepeat.nullable().optional(),
    /** Invites the permanent invitees too; true when left out. */
    invitePermanent: z.boolean().optional(),
    organiserId: id.nullable().optional(),
  });
export type CreateMeetingInput = z.input<typeof createMeetingInput>;

export const meetingInput = z.object({ meetingId: id });

/** What is left out stays. Guests are told of a change of topic, time, place, link or agenda; another beginning asks again. */
export const changeMeetingInput = meetingInput.extend({
  ...meetingFields.partial().shape,
  makeLink: z.boolean().optional(),
  repeat: meetingRepeat.nullable().optional(),
});
export type ChangeMeetingInput = z.input<typeof changeMeetingInput>;

/** Another day takes over: a new meeting with the same invitees, who are asked again; the old one stays as `moved`. */
export const moveMeetingInput = meetingInput.extend({ startsAt: moment, clientId: z.uuid() });
export type MoveMeetingInput = z.infer<typeof moveMeetingInput>;

/** `series`: also no next one is made. */
export const cancelMeetingInput = meetingInput.extend({ series: z.boolean().default(false) });
export type CancelMeetingInput = z.input<typeof cancelMeetingInput>;

/** Those that end from `from` on and begin before `to`; left out: from now on. In the order of their time. */
export const listMeetingsInput = z.object({
  from: moment.optional(),
  to: moment.optional(),
  search: z.string().trim().max(200).optional(),
  states: z.array(z.enum(MEETING_STATES)).optional(),
});
export type ListMeetingsInput = z.infer<typeof listMeetingsInput>;

const personFields = z.object({
  fullName: z.string().trim().max(200),
  /** Either of both may be empty. */
  email: z.union([z.literal(""), z.string().trim().toLowerCase().pipe(z.email().max(200))]),
  phone: z.union([
    z.literal(""),
    z
      .string()
      .trim()
      .regex(/^\+?[\d\s()-]{7,25}$/),
  ]),
});

/** A person known already by `personId`, or new: recognised by e-mail, else by phone. */
export const addInviteeInput = meetingInput.extend({
  person: z.union([z.object({ personId: id }), personFields]),
  permanent: z.boolean().optional(),
});
export type AddInviteeInput = z.infer<typeof addInviteeInput>;

/** Lines `full name | e-mail | phone`, parted by `|` or `;`; e-mail or phone may be missing. */
export const addInviteeListInput = meetingInput.extend({
  lines: z.string().max(200_000),
  permanent: z.boolean().optional(),
});
export type AddInviteeListInput = z.infer<typeof addInviteeListInput>;

export const VOTED = ["all", "voted", "not_voted"] as const;
export const listInviteesInput = meetingInput.extend({
  search: z.string().trim().max(200).optional(),
  voted: z.enum(VOTED).default("all"),
  attendance: z.enum(ATTENDANCES).optional(),
  /** From 0. */
  page: z.number().int().min(0).max(10_000).default(0),
  pageSize: z.number().int().min(1).max(500).default(100),
});
export type ListInviteesInput = z.input<typeof listInviteesInput>;

export const inviteeInput = z.object({ inviteeId: id });
export const changeInviteeInput = inviteeInput.extend({
  person: personFields.partial().optional(),
  permanent: z.boolean().optional(),
});
export type ChangeInviteeInput = z.infer<typeof changeInviteeInput>;

/** An answer that an organiser notes for an invitee, or the invitee's own. */
export const recordAttendanceInput = inviteeInput.extend({
  attendance: z.enum(ATTENDANCES),
  comment: z.string().trim().max(500).optional(),
});
export type RecordAttendanceInput = z.infer<typeof recordAttendanceInput>;

export const listPeopleInput = z.object({
  search: z.string().trim().max(200).optional(),
  only: z.enum(["all", "permanent", "organisers"]).default("all"),
  page: z.number().int().min(0).max(10_000).default(0),
});
export type ListPeopleInput = z.input<typeof listPeopleInput>;

export const personInput = z.object({ personId: id });
export const savePersonInput = personFields.extend({
  /** Left out: a new person, or the one who is recognised. */
  personId: id.optional(),
  isOrganiser: z.boolean().optional(),
  isPermanent: z.boolean().optional(),
});
export type SavePersonInput = z.infer<typeof savePersonInput>;

/** Texts by key; an empty one goes back to the file's or ours. */
export const saveTextInput = z.object({ key: z.string().min(1).max(60), text: z.string().max(4000) });
export type SaveTextInput = z.infer<typeof saveTextInput>;

/** How the bot's side reaches a person: `mail` who never wrote to the bot, `none` who has no address either. */
export type Reach = "bot" | "mail" | "none";

export type PersonView = {
  id: number;
  fullName: string;
  email: string | null;
  phone: string | null;
  reach: Reach;
  isOrganiser: boolean;
  isPermanent: boolean;
};

/** How many invitees said what; `unanswered` said nothing, `total` is all of them. */
export type AttendanceCounts = Record<AttendanceName | "unanswered" | "total", number>;

/** A meeting as lists show it. Moments are ISO 8601 with zone. */
export type MeetingSummary = {
  id: number;
  topic: string;
  startsAt: string;
  durationMinutes: number;
  timeZone: string;
  place: string;
  state: MeetingStateName;
  repeats: boolean;
  counts: AttendanceCounts;
};

export type MeetingView = MeetingSummary & {
  resourceId: number | null;
  resourceName: string | null;
  link: string;
  /** Made by an account of ours, which takes it back when the meeting is cancelled. */
  linkIsOurs: boolean;
  agenda: string;
  organiser: PersonView | null;
  answersUntil: string | null;
  /** Answers may still change. */
  isOpen: boolean;
  reminderMinutes: number[];
  repeat: MeetingRepeat | null;
  movedToId: number | null;
  movedFromId: number | null;
  /** Messages of this meeting that wait for the bot's turn, and how long they take at the channel's pace; seconds. */
  queue: { waiting: number; seconds: number };
};

export type InviteeView = {
  id: number;
  person: PersonView;
  attendance: AttendanceName | null;
  comment: string;
  answeredAt: string | null;
  answeredBy: "bot" | "browser" | null;
  askedAt: string | null;
  mailedAt: string | null;
};

export type InviteePage = { invitees: InviteeView[]; total: number; page: number; pages: number };

/** A line that could not be taken, by its number from 1; `text` is the line as it was given. */
export type BadLine = {
  line: number;
  text: string;
  reason: "no_name" | "no_address" | "bad_email" | "bad_phone" | "too_many_parts" | "too_long" | "double";
};
/** `known`: were invited already. */
export type ListOutcome = { added: number; known: number; bad: BadLine[] };

/** Why nothing came of it, in codes that the doors put into words. */
export type MeetingRefusal = {
  ok: false;
  reason:
    | "past"
    | "not_planned"
    | "closed_for_answers"
    | "bad_cron"
    | "link_and_account"
    | "no_call_account"
    | "call_failed"
    | "address_missing"
    | "already_invited"
    | "address_taken";
  detail?: string;
};

/** A text of the meeting bot: ours, what config/meeting.json says, and what the workspace says. */
export type MeetingTextView = {
  key: string;
  builtIn: string;
  fromFile: string | null;
  own: string | null;
  /** Placeholders that stand for something in this text, without braces. */
  placeholders: string[];
};
