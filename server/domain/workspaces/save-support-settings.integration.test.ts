import { beforeAll, expect, test } from "vitest";
import { makeFirm, makeUser } from "@/scripts/testing/firm";
import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { supportSettingsOf } from "./queries";
import { saveSupportSettings } from "./save-support-settings";

let userId: number;
beforeAll(async () => {
  userId = await makeUser("Olga");
});

const member = (workspaceId: number, role: MemberRole = "owner"): MemberActor => ({
  kind: "member",
  workspaceId,
  userId,
  role,
});
const newFirm = () => makeFirm();
const stored = (id: number) =>
  db.workspace.findUniqueOrThrow({
    where: { id },
    select: { locale: true, timeZone: true, supportSettings: true },
  });

test("a firm that never chose has the defaults, and managers may only look", async () => {
  const id = await newFirm();
  const view = await supportSettingsOf(member(id));
  expect(view).toMatchObject({
    timeZone: "Asia/Kathmandu",
    editable: true,
    settings: {
      officeHours: { alwaysOpen: true },
      nudges: { on: true, minutes: [10, 30] },
      escalation: { on: true, minutes: 120 },
      idle: { on: true, days: 7 },
    },
    preview: {
      en: { opening: "tomorrow at 09:00 (GMT+5:45)" },
      ru: { opening: "завтра в 09:00 (GMT+5:45)" },
    },
  });
  expect(view.preview.en.builtIn).toContain("{opening}");
  expect(view.timeZones).toEqual(expect.arrayContaining(["UTC", "Asia/Kathmandu", "Europe/Belgrade"]));
  expect(await supportSettingsOf(member(id, "manager"))).toMatchObject({ editable: false });
});

test("owners, admins and directors change it, managers do not, and nobody another firm's", async () => {
  const [id, other] = [await newFirm(), await newFirm()];
  const { settings } = await supportSettingsOf(member(id));
  for (const [index, role] of (["owner", "admin", "director"] as const).entries()) {
    const escalation = { on: true, minutes: 60 + index };
    const result = await saveSupportSettings(member(id, role), {
      locale: "ru",
      timeZone: "Europe/Kyiv",
      settings: { ...settings, escalation },
    });
    expect(result).toMatchObject({
      ok: true,
      saved: { locale: "ru", timeZone: "Europe/Kyiv", settings: { escalation } },
    });
  }
  const before = await stored(id);
  await expect(
    saveSupportSettings(member(id, "manager"), { locale: "en", timeZone: "UTC", settings }),
  ).rejects.toMatchObject({
    code: "forbidden",
    reason: "settings_admins_only",
  });
  expect(await stored(id)).toEqual(before);
  expect(await stored(other)).toMatchObject({ timeZone: "Asia/Kathmandu", supportSettings: {} });
});

test("sent twice at once it is saved as sent", async () => {
  const id = await newFirm();
  const { settings } = await supportSettingsOf(member(id));
  const input = { locale: "en", timeZone: "UTC", settings: { ...settings, idle: { on: false, days: 30 } } };
  const results = await Promise.all([1, 2, 3].map(() => saveSupportSettings(member(id), input)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await stored(id)).toMatchObject({ supportSettings: { idle: { on: false, days: 30 } } });
  // The time zone and the part that changed; who saves the same again changes nothing.
  const entries = await db.auditEntry.findMany({ where: { workspaceId: id } });
  expect(entries[0]).toMatchObject({ action: "support.changed", details: { changed: ["timeZone", "idle"] } });
});

test("everything wrong is told at once, by field, and nothing is saved", async () => {
  const id = await newFirm();
  const { settings } = await supportSettingsOf(member(id));
  const result = await saveSupportSettings(member(id), {
    locale: "tlh",
    timeZone: "Mars/Olympus",
    settings: {
      ...settings,
      officeHours: {
        alwaysOpen: false,
        week: {
          ...settings.officeHours.week,
          mon: [
            { from: "13:00", to: "18:00" },
            { from: "09:00", to: "13:30" },
          ],
          tue: [{ from: "", to: "25:00" }],
        },
      },
      offHoursMessage: { en: "x".repeat(1001), ru: "" },
      nudges: { on: true, minutes: [30, Number.NaN, 0] },
      escalation: { on: true, minutes: 1.5 },
      idle: { on: true, days: 1 },
    },
  });
  expect(result).toMatchObject({ ok: false, reason: "bad_input" });
  expect(result.ok ? [] : result.problems).toEqual(
    expect.arrayContaining([
      { path: "locale", problem: "bad_input" },
      { path: "timeZone", problem: "time_zone" },
      { path: "settings.officeHours.week.tue.0.from", problem: "time" },
      { path: "settings.officeHours.week.tue.0.to", problem: "time" },
      { path: "settings.offHoursMessage.en", problem: "too_long" },
      { path: "settings.nudges.minutes.1", problem: "number" },
      { path: "settings.nudges.minutes.2", problem: "number" },
      { path: "settings.escalation.minutes", problem: "number" },
      { path: "settings.idle.days", problem: "number" },
    ]),
  );
  expect(await stored(id)).toMatchObject({ supportSettings: {} });
});

test("what contradicts itself is told too", async () => {
  const id = await newFirm();
  const { settings } = await supportSettingsOf(member(id));
  const save = (change: object) =>
    saveSupportSettings(member(id), { locale: "en", timeZone: "UTC", settings: { ...settings, ...change } });
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  expect(await save({ officeHours: { alwaysOpen: false, week: none } })).toMatchObject({
    problems: [{ path: "settings.officeHours.week", problem: "no_hours" }],
  });
  const mon = [
    { from: "13:00", to: "18:00" },
    { from: "09:00", to: "13:30" },
  ];
  expect(await save({ officeHours: { alwaysOpen: false, week: { ...none, mon } } })).toMatchObject({
    problems: [{ path: "settings.officeHours.week.mon.0", problem: "overlap" }],
  });
  expect(await save({ nudges: { on: true, minutes: [10, 10] } })).toMatchObject({
    problems: [{ path: "settings.nudges.minutes.1", problem: "order" }],
  });
  expect(await saveSupportSettings(member(id), null)).toMatchObject({ ok: false });
});
