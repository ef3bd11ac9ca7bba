const meeting = ["fio", "topic", "date", "time", "zone", "place", "link", "agenda", "organiser"] as const;
const own = [...meeting, "answer", "comment", "until"] as const;

/** The texts that the meeting bot says to people, with the placeholders that stand for something in each. */
export const MEETING_TEXTS = {
  greeting: ["fio"],
  help: ["fio"],
  help_organiser: ["fio"],
  not_allowed: ["fio"],
  no_meetings: ["fio"],
  unknown: ["fio"],
  welcome: own,
  info: own,
  question: own,
  confirmation: own,
  closed: own,
  reminder: own,
  changed: own,
  moved: own,
  cancelled: own,
  uninvited: own,
} as const satisfies Record<string, readonly string[]>;

export type MeetingTextKey = keyof typeof MEETING_TEXTS;
/** What stands for a placeholder; left out is empty. */
export type MeetingTextValues = Partial<Record<(typeof own)[number], string>>;

/** Whether the bot has a text of this name. */
export function isMeetingText(key: string): key is MeetingTextKey {
  return Object.hasOwn(MEETING_TEXTS, key);
}
