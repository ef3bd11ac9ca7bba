import { zoneName } from "@/server/domain/meetings/zone-name";
import { clock } from "@/server/lib/clock";
import type { Locale } from "@/server/lib/phrases";
import type { Choice, Step } from "./form";
import type { MomentValues } from "./moment-steps";
import type { FieldRead } from "./read-fields";
import { readZone } from "./read-zone";
import { say, type Turn } from "./turn";

/** Zones that are chosen most, by the reader's language. */
const likely: Record<Locale, string[]> = {
  ru: [
    ...["Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara"],
    ...["Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk"],
    ...["Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok"],
  ],
  en: [
    ...["Europe/London", "Europe/Berlin", "Europe/Moscow"],
    ...["Asia/Dubai", "Asia/Yekaterinburg", "Asia/Kolkata"],
    ...["Asia/Singapore", "America/New_York", "America/Los_Angeles"],
  ],
};

/** A time zone's name with what it is ahead now: `Москва, GMT+3`. */
export function zoneWords({ locale }: Pick<Turn, "locale">, timeZone: string): string {
  return zoneName(locale, timeZone, clock.now());
}

/** Buttons for the likely zones. */
export function zoneChoices(turn: Pick<Turn, "locale">): Choice[][] {
  const all = likely[turn.locale].map((value) => ({ label: zoneWords(turn, value), value }));
  return [all.slice(0, 3), all.slice(3, 6), all.slice(6)];
}

/** A time zone, or how one should be written. */
export function readZoneField(turn: Pick<Turn, "locale">, text: string): FieldRead<string> {
  const zone = readZone(text);
  return zone
    ? { ok: true, value: zone }
    : { ok: false, why: say(turn, "zoneBad", { text: text.trim().slice(0, 60) }) };
}

/** `homeZone`: that of the workspace, which stays where nobody chooses another. */
export type ZonedValues = MomentValues & { homeZone?: string };

/** The step beside day and time that asks for a meeting's time zone; skipped, it is the workspace's. */
export function zoneStep<Values extends ZonedValues>(): Step<Values> {
  return {
    name: "zone",
    beside: ({ day }) => (day ? "time" : "day"),
    shown: (turn, { timeZone, homeZone = timeZone }) =>
      timeZone === homeZone
        ? null
        : say(turn, "filled", { name: say(turn, "zone"), value: zoneWords(turn, timeZone) }),
    prompt: (turn, { timeZone, homeZone = timeZone }) =>
      say(turn, "askNewZone", { zone: zoneWords(turn, homeZone) }),
    choices: zoneChoices,
    read: (turn, values, given) => {
      const read = readZoneField(turn, given.kind === "text" ? given.text : given.value);
      return read.ok ? { ok: true, values: { ...values, timeZone: read.value } } : read;
    },
    skipped: (values) => ({ ...values, timeZone: values.homeZone ?? values.timeZone }),
  };
}
