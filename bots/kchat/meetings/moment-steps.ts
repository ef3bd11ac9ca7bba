import { zoneName } from "@/server/domain/meetings/zone-name";
import { clock } from "@/server/lib/clock";
import type { Step, StepOutcome } from "./form";
import { checkMoment, dayOf, exampleDay, readDayField, readTimeField } from "./read-fields";
import { firstDayOf, type RepeatRule, readRule } from "./read-rule";
import { splitZone } from "./read-zone";
import { say, type Turn } from "./turn";
import { dayWords } from "./words-for-time";

/** What the two steps fill in: `2026-02-16` and `10:00` in the time zone. `rule`: how it was said to repeat. */
export type MomentValues = { timeZone: string; day?: string; time?: string; rule?: RepeatRule };

type MomentSteps = {
  /** The step that follows the time. */
  next: string;
  /** A new meeting: its zone may be another (step `zone`), and a rule such as “every Tuesday” is kept. */
  isNew?: boolean;
};

const hours = ["09:00", "10:00", "11:00", "12:00", "14:00", "15:00", "16:00", "17:00"];
const toZone = "zone";

/**
 * The steps that ask for a day and for a time. A day with a time behind it answers both; “every Tuesday” is the next one,
 * and a new meeting's text may end with its time zone.
 */
export function momentSteps<Values extends MomentValues>({
  next,
  isNew = false,
}: MomentSteps): Step<Values>[] {
  const zoneChoice = (turn: Turn, { timeZone }: Values) =>
    isNew
      ? [[{ label: say(turn, "zoneButton", { zone: zoneName(turn.locale, timeZone) }), value: toZone }]]
      : [];

  /** A day in words, perhaps with a time of it. */
  function takeDay(turn: Turn, values: Values, text: string): StepOutcome<Values> {
    const read = readDayField(turn, text, values.timeZone);
    if (read.ok) return takeMoment(turn, values, read.value);
    const rule = readRule(text);
    return rule ? takeRule(turn, values, rule, text) : read;
  }

  function takeRule(turn: Turn, values: Values, rule: RepeatRule, text: string): StepOutcome<Values> {
    const day = firstDayOf(rule, dayOf(clock.now(), values.timeZone));
    if (!day)
      return { ok: false, why: say(turn, "ruleNeedsDay", { text, example: exampleDay(clock.now()) }) };
    const taken = takeMoment(turn, isNew ? { ...values, rule } : values, { day, time: rule.time ?? null });
    const first = dayWords(turn.locale, day);
    return taken.ok
      ? { ...taken, note: say(turn, isNew ? "ruleKept" : "ruleNotMeant", { day: first }) }
      : taken;
  }

  function takeMoment(
    turn: Turn,
    values: Values,
    { day, time }: { day: string; time: string | null },
  ): StepOutcome<Values> {
    if (time === null) return { ok: true, values: { ...values, day } };
    const checked = checkMoment(turn, day, time, values.timeZone);
    return checked.ok ? { ok: true, values: { ...values, day, time }, goTo: next } : checked;
  }

  function takeTime(turn: Turn, values: Values, text: string): StepOutcome<Values> {
    const read = readTimeField(turn, text, values.day ?? "", values.timeZone);
    return read.ok ? { ok: true, values: { ...values, time: read.value }, goTo: next } : read;
  }

  /** What a text says, in the time zone that it ends with if it has one. */
  function inZone(values: Values, text: string, take: (values: Values, text: string) => StepOutcome<Values>) {
    const taken = take(values, text);
    const parts = taken.ok || !isNew ? null : splitZone(text);
    const elsewhere = parts && take({ ...values, timeZone: parts.zone }, parts.rest);
    return elsewhere?.ok ? elsewhere : taken;
  }

  return [
    {
      name: "day",
      shown: (turn, { day }) =>
        day ? say(turn, "filled", { name: say(turn, "day"), value: dayWords(turn.locale, day) }) : null,
      prompt: (turn) => say(turn, "askDay", { example: exampleDay(clock.now()) }),
      choices: (turn, values) => [
        [0, 1, 2].map((days) => ({
          label: say(turn, days === 0 ? "today" : days === 1 ? "tomorrow" : "afterTomorrow"),
          value: dayOf(clock.now(), values.timeZone, days),
        })),
        ...zoneChoice(turn, values),
      ],
      read: (turn, values, given) => {
        if (given.kind === "choice" && given.value === toZone) return { ok: true, values, goTo: toZone };
        const text = given.kind === "text" ? given.text : given.value;
        return inZone(values, text, (inside, words) => takeDay(turn, inside, words));
      },
    },
    {
      name: "time",
      shown: (turn, { time, timeZone }) =>
        time
          ? say(turn, "filled", {
              name: say(turn, "time"),
              value: `${time} (${zoneName(turn.locale, timeZone)})`,
            })
          : null,
      prompt: (turn, { timeZone }) => say(turn, "askTime", { zone: zoneName(turn.locale, timeZone) }),
      choices: (turn, values) => [
        ...[hours.slice(0, 4), hours.slice(4)].map((row) =>
          row.map((hour) => ({ label: hour, value: hour })),
        ),
        ...zoneChoice(turn, values),
      ],
      read: (turn, values, given) => {
        if (given.kind === "choice" && given.value === toZone) return { ok: true, values, goTo: toZone };
        const text = given.kind === "text" ? given.text : given.value;
        return inZone(values, text, (inside, words) => takeTime(turn, inside, words));
      },
    },
  ];
}
