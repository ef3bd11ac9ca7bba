import { momentAt } from "@/components/meetings/moment-at";
import { wallClock } from "@/components/meetings/wall-clock";
import type { MeetingRepeat, MeetingView } from "@/server/domain/meetings/schema";

/** How a meeting repeats as people choose it; weekdays and monthly are kept as cron. */
export const REPEATS = ["none", "daily", "weekly", "weekdays", "monthly", "cron"] as const;
export type RepeatChoice = (typeof REPEATS)[number];

/** What stands in the form of a meeting: days and times as the clocks of its zone show them. */
export type MeetingDraft = {
  topic: string;
  day: string;
  time: string;
  durationMinutes: number;
  timeZone: string;
  place: string;
  linkBy: "own" | "account";
  link: string;
  agenda: string;
  /** Empty: until it starts. */
  untilDay: string;
  untilTime: string;
  reminderMinutes: number[];
  repeat: RepeatChoice;
  cron: string;
};

export type DraftField = "topic" | "day" | "time" | "timeZone" | "link" | "until" | "cron";
export type DraftProblem =
  | "topic_missing"
  | "day_missing"
  | "time_missing"
  | "zone_unknown"
  | "link_wrong"
  | "until_half"
  | "until_late"
  | "cron_fields";

export type MeetingValues = {
  topic: string;
  startsAt: string;
  durationMinutes: number;
  timeZone: string;
  place: string;
  link: string;
  makeLink: boolean;
  agenda: string;
  answersUntil: string | null;
  reminderMinutes: number[];
  repeat: MeetingRepeat | null;
};

const usual = { durationMinutes: 60, reminderMinutes: [1440, 60] };

/** An empty form for a day (`2026-02-16`); without one, for tomorrow at ten. */
export function newDraft(day: string, timeZone: string, now: Date): MeetingDraft {
  const tomorrow = wallClock(new Date(now.getTime() + 86_400_000), timeZone).day;
  // Of today only what is still to come can be meant.
  const inTwoHours = wallClock(new Date(now.getTime() + 2 * 3_600_000), timeZone);
  const isToday = day === wallClock(now, timeZone).day && inTwoHours.day === day;
  return {
    ...usual,
    topic: "",
    day: day || tomorrow,
    time: isToday && inTwoHours.time > "10:00" ? `${inTwoHours.time.slice(0, 2)}:00` : "10:00",
    timeZone,
    place: "",
    linkBy: "own",
    link: "",
    agenda: "",
    untilDay: "",
    untilTime: "",
    repeat: "none",
    cron: "",
  };
}

type Shown = Pick<
  MeetingView,
  | "topic"
  | "startsAt"
  | "durationMinutes"
  | "timeZone"
  | "place"
  | "link"
  | "linkIsOurs"
  | "agenda"
  | "answersUntil"
  | "reminderMinutes"
  | "repeat"
>;

/** A meeting as its form shows it. */
export function draftOf(meeting: Shown): MeetingDraft {
  const starts = wallClock(new Date(meeting.startsAt), meeting.timeZone);
  const until = meeting.answersUntil && wallClock(new Date(meeting.answersUntil), meeting.timeZone);
  const draft: MeetingDraft = {
    topic: meeting.topic,
    day: starts.day,
    time: starts.time,
    durationMinutes: meeting.durationMinutes,
    timeZone: meeting.timeZone,
    place: meeting.place,
    linkBy: meeting.linkIsOurs ? "account" : "own",
    link: meeting.linkIsOurs ? "" : meeting.link,
    agenda: meeting.agenda,
    untilDay: until ? until.day : "",
    untilTime: until ? until.time : "",
    reminderMinutes: meeting.reminderMinutes,
    repeat: meeting.repeat?.kind ?? "none",
    cron: meeting.repeat?.kind === "cron" ? meeting.repeat.cron : "",
  };
  // Kept as five fields, chosen by its name: with another hour it goes along.
  const named = (["weekdays", "monthly"] as const).find((repeat) => {
    const rule = repeatOf({ ...draft, repeat });
    return rule?.kind === "cron" && rule.cron === draft.cron;
  });
  return named ? { ...draft, repeat: named, cron: "" } : draft;
}

/** The rule of a choice; null for none. Its hour is the meeting's own. */
export function repeatOf({ repeat, cron, day, time }: MeetingDraft): MeetingRepeat | null {
  const [hour, minute] = time.split(":").map(Number);
  if (repeat === "none") return null;
  if (repeat === "daily" || repeat === "weekly") return { kind: repeat };
  if (repeat === "weekdays") return { kind: "cron", cron: `${minute} ${hour} * * 1-5` };
  if (repeat === "monthly") return { kind: "cron", cron: `${minute} ${hour} ${Number(day.slice(8))} * *` };
  return { kind: "cron", cron: cron.trim().replace(/\s+/g, " ") };
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone !== "";
  } catch {
    return false;
  }
}

/** What a form says, or what is wrong with which of its fields. */
export function readDraft(
  draft: MeetingDraft,
): { ok: true; values: MeetingValues } | { ok: false; problems: Partial<Record<DraftField, DraftProblem>> } {
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  const link = draft.linkBy === "own" ? draft.link.trim() : "";
  if (!draft.topic.trim()) problems.topic = "topic_missing";
  if (!draft.day) problems.day = "day_missing";
  if (!draft.time) problems.time = "time_missing";
  if (!isTimeZone(draft.timeZone)) problems.timeZone = "zone_unknown";
  if (link && !(/^https?:\/\/\S+$/.test(link) && URL.canParse(link))) problems.link = "link_wrong";
  if (Boolean(draft.untilDay) !== Boolean(draft.untilTime)) problems.until = "until_half";
  const repeat = repeatOf(draft);
  if (repeat?.kind === "cron" && repeat.cron.split(" ").length !== 5) problems.cron = "cron_fields";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { timeZone, durationMinutes, reminderMinutes } = draft;
  const startsAt = momentAt(draft.day, draft.time, timeZone);
  const answersUntil = draft.untilDay ? momentAt(draft.untilDay, draft.untilTime, timeZone) : null;
  if (answersUntil && answersUntil > startsAt) return { ok: false, problems: { until: "until_late" } };
  return {
    ok: true,
    values: {
      topic: draft.topic.trim(),
      startsAt,
      durationMinutes,
      timeZone,
      place: draft.place.trim(),
      link,
      makeLink: draft.linkBy === "account",
      agenda: draft.agenda.trim(),
      answersUntil,
      reminderMinutes: reminderMinutes.toSorted((one, other) => other - one),
      repeat,
    },
  };
}

/** What a form says else than it did at first: a beginning of odd seconds, or a made link, stays while nobody touches it. */
export function changesOf(initial: MeetingDraft, values: MeetingValues): Partial<MeetingValues> {
  const before = readDraft(initial);
  if (!before.ok) return values;
  const changed = (Object.keys(values) as (keyof MeetingValues)[]).filter(
    (name) => JSON.stringify(values[name]) !== JSON.stringify(before.values[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, values[name]]));
}
