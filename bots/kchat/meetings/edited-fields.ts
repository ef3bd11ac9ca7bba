import { meetingOptions } from "@/server/domain/meetings/meeting-options";
import { momentAt } from "@/server/domain/meetings/read-moment";
import type { ChangeMeetingInput, MeetingView } from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import type { Choice } from "./form";
import {
  checkMoment,
  type FieldRead,
  readDayField,
  readLink,
  readMinutes,
  readRepeat,
  readWords,
  repeatChoices,
  repeatWords,
} from "./read-fields";
import { requireOrganiser } from "./require-organiser";
import { type DialoguePhrase, say, type Turn } from "./turn";
import { dayAndTime, momentWords } from "./words-for-time";
import { readZoneField, zoneChoices, zoneWords } from "./zone-step";

type Change = Omit<ChangeMeetingInput, "meetingId">;
type Field = {
  label: DialoguePhrase;
  ask: DialoguePhrase;
  /** What it says now; "" for nothing. */
  now(turn: Turn, meeting: MeetingView): string;
  /** Their values are read as texts are. */
  choices?(turn: Turn, meeting: MeetingView): Choice[][] | Promise<Choice[][]>;
  read(turn: Turn, text: string, meeting: MeetingView): FieldRead<Change> | Promise<FieldRead<Change>>;
};

const minuteMs = 60_000;
/** What takes a value away; no text that is one. */
const none = "-";
const clear = (turn: Turn): Choice[][] => [[{ label: say(turn, "clear"), value: none }]];

/** A text of up to `most` characters, and whether it may be taken away. */
function words(key: "topic" | "place" | "agenda", ask: DialoguePhrase, most: number): Field {
  const mayBeEmpty = key !== "topic";
  return {
    label: key,
    ask,
    now: (_, meeting) => meeting[key],
    ...(mayBeEmpty && { choices: (turn) => clear(turn) }),
    read: (turn, text) => {
      if (mayBeEmpty && text === none) return { ok: true, value: { [key]: "" } };
      const read = readWords(turn, text, most);
      return read.ok ? { ok: true, value: { [key]: read.value } } : read;
    },
  };
}

/** What may be changed of a meeting besides its time, by name. */
export const EDITED = {
  topic: words("topic", "askTopic", 200),
  place: words("place", "askPlace", 300),
  link: {
    label: "link",
    ask: "askLink",
    now: (_, { link }) => link,
    choices: async (turn) => {
      const { makesLinks } = await meetingOptions(requireOrganiser(turn));
      return [
        [...(makesLinks ? [{ label: say(turn, "makeLink"), value: "make" }] : []), ...clear(turn).flat()],
      ];
    },
    read: (turn, text) => {
      if (text === none) return { ok: true, value: { link: "", makeLink: false } };
      if (text === "make") return { ok: true, value: { makeLink: true } };
      const read = readLink(turn, text);
      return read.ok ? { ok: true, value: { link: read.value } } : read;
    },
  },
  agenda: words("agenda", "askAgenda", 4000),
  duration: {
    label: "duration",
    ask: "askDuration",
    now: (turn, { durationMinutes }) => say(turn, "minutes", { count: durationMinutes }),
    choices: () => [["30", "45", "60", "90"].map((value) => ({ label: value, value }))],
    read: (turn, text) => {
      const minutes = readMinutes(text);
      if (minutes !== null && minutes >= 5 && minutes <= 1440)
        return { ok: true, value: { durationMinutes: minutes } };
      return { ok: false, why: say(turn, "durationBad", { text: text.slice(0, 60) }) };
    },
  },
  zone: {
    label: "zone",
    ask: "askZone",
    now: (turn, { timeZone }) => zoneWords(turn, timeZone),
    choices: zoneChoices,
    read: (turn, text, meeting) => {
      const zone = readZoneField(turn, text);
      if (!zone.ok) return zone;
      const timeZone = zone.value;
      // The hour that people read stays; the moment follows it.
      const { day, time } = dayAndTime(meeting.startsAt, meeting.timeZone);
      const moment = momentAt(day, time, { now: clock.now(), timeZone });
      if (!moment.ok) return { ok: false, why: say(turn, "refusedPast") };
      return { ok: true, value: { timeZone, startsAt: moment.at.toISOString() } };
    },
  },
  repeat: {
    label: "repeat",
    ask: "askRepeat",
    now: (turn, { repeat }) => repeatWords(turn, repeat),
    choices: repeatChoices,
    read: (turn, text, { timeZone, startsAt }) => {
      const read = readRepeat(turn, text, { timeZone, startsAt: new Date(startsAt) });
      return read.ok ? { ok: true, value: { repeat: read.value } } : read;
    },
  },
  deadline: {
    label: "deadline",
    ask: "askDeadline",
    now: (turn, { answersUntil, timeZone }) =>
      answersUntil ? momentWords(turn.locale, answersUntil, timeZone) : say(turn, "untilStart"),
    choices: (turn) => [
      [
        { label: say(turn, "untilStart"), value: none },
        { label: say(turn, "hourBefore"), value: "before-60" },
        { label: say(turn, "dayBefore"), value: "before-1440" },
      ],
    ],
    read: (turn, text, meeting) => {
      if (text === none) return { ok: true, value: { answersUntil: null } };
      const [, before] = /^before-(\d+)$/.exec(text) ?? [];
      const starts = Date.parse(meeting.startsAt);
      if (before) return untilMoment(turn, new Date(starts - Number(before) * minuteMs), starts);
      const { timeZone } = meeting;
      const read = readDayField(turn, text, timeZone);
      if (!read.ok) return read;
      const { day, time } = read.value;
      if (time === null) return { ok: false, why: say(turn, "timeAlso") };
      const checked = checkMoment(turn, day, time, timeZone);
      if (!checked.ok) return checked;
      const moment = momentAt(day, time, { now: clock.now(), timeZone });
      return moment.ok ? untilMoment(turn, moment.at, starts) : { ok: false, why: say(turn, "deadlinePast") };
    },
  },
  reminders: {
    label: "reminders",
    ask: "askReminders",
    now: (turn, { reminderMinutes }) =>
      reminderMinutes.length === 0
        ? say(turn, "remindersNone")
        : reminderMinutes.map((minutes) => beforeWords(turn, minutes)).join(", "),
    choices: (turn) => [
      [
        { label: say(turn, "remindersUsual"), value: "1440, 60" },
        { label: say(turn, "hourBefore"), value: "60" },
        { label: say(turn, "remindersNone"), value: none },
      ],
    ],
    read: (turn, text) => {
      if (text === none) return { ok: true, value: { reminderMinutes: [] } };
      const read = text.split(/[,;]|\s(?:и|and)\s/).map((each) => readMinutes(each));
      const minutes = read.flatMap((each) => (each !== null && each >= 5 && each <= 43_200 ? [each] : []));
      if (minutes.length !== read.length || minutes.length > 5)
        return { ok: false, why: say(turn, "remindersBad", { text: text.slice(0, 60) }) };
      return { ok: true, value: { reminderMinutes: [...new Set(minutes)].sort((a, b) => b - a) } };
    },
  },
} as const satisfies Record<string, Field>;

export type EditedField = keyof typeof EDITED;

/** Whether this is a name of something that may be changed. */
export function isEditedField(name: string): name is EditedField {
  return Object.hasOwn(EDITED, name);
}

function untilMoment(turn: Turn, at: Date, starts: number): FieldRead<Change> {
  if (at <= clock.now()) return { ok: false, why: say(turn, "deadlinePast") };
  if (at.getTime() > starts) return { ok: false, why: say(turn, "deadlineLate") };
  return { ok: true, value: { answersUntil: at.toISOString() } };
}

/** How long before the beginning, in hours where these are whole. */
function beforeWords(turn: Turn, minutes: number): string {
  return minutes % 60 === 0
    ? say(turn, "hoursBefore", { count: minutes / 60 })
    : say(turn, "minutesBefore", { count: minutes });
}
