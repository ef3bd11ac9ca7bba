import { zoneName } from "@/server/domain/meetings/zone-name";
import { wallClock } from "@/server/domain/workspaces/zoned-moment";
import { clock } from "@/server/lib/clock";
import type { Step } from "./form";
import { checkMoment, readDayField, readTimeField } from "./read-fields";
import { say } from "./turn";
import { dayWords } from "./words-for-time";

/** What the two steps fill in: `2026-02-16` and `10:00` in the time zone. */
export type MomentValues = { timeZone: string; day?: string; time?: string };

const hours = ["09:00", "10:00", "11:00", "12:00", "14:00", "15:00", "16:00", "17:00"];

/** The steps that ask for a day and for a time; a day with a time behind it answers both, and `next` follows. */
export function momentSteps<Values extends MomentValues>(next: string): Step<Values>[] {
  return [
    {
      name: "day",
      shown: (turn, { day }) =>
        day ? say(turn, "filled", { name: say(turn, "day"), value: dayWords(turn.locale, day) }) : null,
      prompt: (turn) => say(turn, "askDay"),
      choices: (turn, { timeZone }) => [
        [0, 1, 2].map((days) => ({
          label: say(turn, days === 0 ? "today" : days === 1 ? "tomorrow" : "afterTomorrow"),
          value: dayFromToday(timeZone, days),
        })),
      ],
      read: (turn, values, given) => {
        const text = given.kind === "text" ? given.text : given.value;
        const read = readDayField(turn, text, values.timeZone);
        if (!read.ok) return read;
        const { day, time } = read.value;
        if (time === null) return { ok: true, values: { ...values, day } };
        const checked = checkMoment(turn, day, time, values.timeZone);
        if (!checked.ok) return { ok: false, why: checked.why };
        return { ok: true, values: { ...values, day, time }, goTo: next };
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
      choices: () =>
        [hours.slice(0, 4), hours.slice(4)].map((row) => row.map((hour) => ({ label: hour, value: hour }))),
      read: (turn, values, given) => {
        const text = given.kind === "text" ? given.text : given.value;
        const read = readTimeField(turn, text, values.day ?? "", values.timeZone);
        return read.ok ? { ok: true, values: { ...values, time: read.value } } : read;
      },
    },
  ];
}

function dayFromToday(timeZone: string, days: number): string {
  const at = wallClock(timeZone, clock.now().getTime()) + days * 24 * 3600_000;
  return new Date(at).toISOString().slice(0, 10);
}
