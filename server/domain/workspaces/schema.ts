import { z } from "zod";
import { isTimeZone } from "@/server/domain/workspaces/zoned-moment";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What can be wrong with a field of the support settings; the page puts it into words. */
export const SETTINGS_PROBLEMS = [
  "bad_input",
  "time_zone",
  "time",
  "overlap",
  "no_hours",
  "too_many",
  "too_long",
  "number",
  "order",
] as const;
export type SettingsProblem = (typeof SETTINGS_PROBLEMS)[number];

const problem = (code: SettingsProblem) => ({ error: code });

/** Wall-clock time in the workspace's zone. */
const time = z.string(problem("time")).regex(/^([01]\d|2[0-3]):[0-5]\d$/, problem("time"));

/** From–to; a `to` that is not later than `from` is on the next day, so 00:00–00:00 is the whole day. */
const interval = z.object({ from: time, to: time });
export type Interval = z.infer<typeof interval>;

const day = z.array(interval).max(6, problem("too_many")).default([]);
const week = z.object({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
export type Week = z.infer<typeof week>;

const workday: Interval[] = [{ from: "09:00", to: "18:00" }];

const number = (least: number, most: number) =>
  z
    .number(problem("number"))
    .int(problem("number"))
    .min(least, problem("number"))
    .max(most, problem("number"));

/** Own words instead of the built-in ones; `{opening}` stands for the next opening time. "" = the built-in ones. */
const message = z
  .string(problem("bad_input"))
  .transform((text) => text.replaceAll("\u0000", "").trim())
  .pipe(z.string().max(1000, problem("too_long")))
  .default("");

const week7 = 7 * 24 * 60;

/** How a workspace's people serve their customers. `{}` gives the defaults: always open, nudges, escalation, closing. */
export const supportSettings = z.object({
  officeHours: z
    .object({
      alwaysOpen: z.boolean().default(true),
      /** Kept while `alwaysOpen`, so that switching back loses nothing. */
      week: week.default({
        mon: workday,
        tue: workday,
        wed: workday,
        thu: workday,
        fri: workday,
        sat: [],
        sun: [],
      }),
    })
    .prefault({}),
  offHoursMessage: z.object({ en: message, ru: message }).prefault({}),
  /** Managers are nudged in the topic after each of these minutes of office time. */
  nudges: z
    .object({
      on: z.boolean().default(true),
      minutes: z
        .array(number(1, week7))
        .min(1, problem("number"))
        .max(5, problem("too_many"))
        .default([10, 30]),
    })
    .prefault({}),
  /** Admins are told after these minutes of office time. */
  escalation: z
    .object({ on: z.boolean().default(true), minutes: number(1, week7).default(120) })
    .prefault({}),
  /** A conversation in which nobody wrote for so many days is closed; its notice comes one day before. */
  idle: z.object({ on: z.boolean().default(true), days: number(2, 365).default(7) }).prefault({}),
});
export type SupportSettings = z.infer<typeof supportSettings>;

/** Languages in which a firm's managers' groups can be spoken to. */
const workspaceLocale = z.enum(["en", "ru"], problem("bad_input"));

/** What the settings page sends; of what is wrong, all is told at once. */
export const saveSupportSettingsInput = z.object({
  locale: workspaceLocale,
  timeZone: z
    .string(problem("time_zone"))
    .max(64, problem("time_zone"))
    .refine(isTimeZone, problem("time_zone")),
  settings: supportSettings.superRefine(({ officeHours, nudges }, context) => {
    const wrong = (path: (string | number)[], message: SettingsProblem) =>
      context.addIssue({ code: "custom", path, message });
    for (const weekday of WEEKDAYS)
      for (const index of overlaps(officeHours.week[weekday]))
        wrong(["officeHours", "week", weekday, index], "overlap");
    if (!officeHours.alwaysOpen && WEEKDAYS.every((weekday) => officeHours.week[weekday].length === 0))
      wrong(["officeHours", "week"], "no_hours");
    for (const [index, minutes] of nudges.minutes.entries())
      if (index > 0 && minutes <= (nudges.minutes[index - 1] ?? 0))
        wrong(["nudges", "minutes", index], "order");
  }),
});

/** Hours as they stand on the settings page, saved or not. */
export const openingPreviewInput = saveSupportSettingsInput
  .pick({ timeZone: true })
  .extend({ officeHours: supportSettings.shape.officeHours });

/** Places of a day's intervals that begin before an earlier one has ended. */
function overlaps(intervals: Interval[]): number[] {
  const inOrder = [...intervals.entries()].sort(([, a], [, b]) => a.from.localeCompare(b.from));
  return inOrder.flatMap(([place, { from }], index) => {
    const before = inOrder[index - 1]?.[1];
    return before && (before.to <= before.from || before.to > from) ? [place] : [];
  });
}

/** What the settings page needs. */
export type SupportSettingsView = {
  /** The language of cards and notices in the managers' groups, and for people whose own is not known. */
  locale: z.infer<typeof workspaceLocale>;
  timeZone: string;
  settings: SupportSettings;
  /** Whether this member may change them. */
  editable: boolean;
  /** Time zones to choose from; others that the machine knows are taken too. */
  timeZones: string[];
  /** For the preview: the built-in messages, with `{opening}` where the time stands, and an opening in words. */
  preview: Record<"en" | "ru", { builtIn: string; opening: string }>;
};

/** A field by its path (`nudges.minutes.1`) with what is wrong with it. */
export type FieldProblem = { path: string; problem: SettingsProblem };

export type SaveSupportSettingsResult =
  | { ok: true; saved: SupportSettingsView }
  | { ok: false; reason: "bad_input"; problems: FieldProblem[] };

export const renameWorkspaceInput = z.object({ name: z.string().trim().min(1).max(100) });
/** `days` closed conversations are kept; null keeps them. */
export const retentionInput = z.object({ days: z.number().int().min(1).max(3650).nullable() });
/** `confirm` is the workspace's name, typed; `withoutExport` says that no export is wanted. */
export const deleteWorkspaceInput = z.object({ confirm: z.string().max(200), withoutExport: z.boolean() });
export type DeleteWorkspaceInput = z.infer<typeof deleteWorkspaceInput>;

/** What the data page needs. */
export type DataSettingsView = {
  name: string;
  retentionDays: number | null;
  /** False of the demo and of the environment's workspace. */
  deletable: boolean;
  may: { contacts: boolean; retention: boolean; export: boolean; delete: boolean };
};
