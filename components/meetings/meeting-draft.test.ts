import { expect, test } from "vitest";
import { changesOf, draftOf, newDraft, readDraft, repeatOf } from "@/components/meetings/meeting-draft";

const now = new Date("2026-11-21T20:00:00Z");
const draft = { ...newDraft("2026-12-31", "Europe/Moscow", now), topic: " Budget " };

test("a new meeting is tomorrow at ten, on the asked day, or today where there is time", () => {
  expect(newDraft("", "Asia/Kathmandu", now)).toMatchObject({ day: "2026-11-23", time: "10:00" });
  expect(draft).toMatchObject({ day: "2026-12-31", time: "10:00" });
  const noon = new Date("2026-11-21T12:20:00Z");
  expect(newDraft("2026-11-21", "UTC", noon)).toMatchObject({ day: "2026-11-21", time: "14:00" });
});

test("a day and time are read in the meeting's zone", () => {
  const read = readDraft({ ...draft, untilDay: "2026-12-30", untilTime: "18:00" });
  expect(read).toMatchObject({
    ok: true,
    values: {
      topic: "Budget",
      startsAt: "2026-12-31T07:00:00.000Z",
      answersUntil: "2026-12-30T15:00:00.000Z",
      makeLink: false,
      repeat: null,
    },
  });
});

test.each([
  [{ topic: "  " }, { topic: "topic_missing" }],
  [
    { day: "", time: "" },
    { day: "day_missing", time: "time_missing" },
  ],
  [{ timeZone: "Mars/Base" }, { timeZone: "zone_unknown" }],
  [{ link: "meet.example.com/1" }, { link: "link_wrong" }],
  [{ untilDay: "2026-12-30" }, { until: "until_half" }],
  [{ untilDay: "2026-12-31", untilTime: "10:01" }, { until: "until_late" }],
  [{ repeat: "cron" as const, cron: "0 10 * *" }, { cron: "cron_fields" }],
])("%o is told as %o", (changes, problems) => {
  expect(readDraft({ ...draft, ...changes })).toEqual({ ok: false, problems });
});

test("a link of an account leaves no own one", () => {
  const read = readDraft({ ...draft, linkBy: "account", link: "not a link" });
  expect(read).toMatchObject({ ok: true, values: { makeLink: true, link: "" } });
});

test("weekdays and months are kept as cron", () => {
  expect(repeatOf({ ...draft, repeat: "weekdays", time: "09:30" })).toEqual({
    kind: "cron",
    cron: "30 9 * * 1-5",
  });
  expect(repeatOf({ ...draft, repeat: "monthly", day: "2026-12-05" })).toEqual({
    kind: "cron",
    cron: "0 10 5 * *",
  });
  expect(repeatOf({ ...draft, repeat: "weekly" })).toEqual({ kind: "weekly" });
});

test.each(["weekly", "weekdays", "monthly", "none"] as const)(
  "a meeting that repeats %s comes back as it was",
  (repeat) => {
    const read = readDraft({ ...draft, untilDay: "2026-12-30", untilTime: "18:00", repeat });
    if (!read.ok) throw new Error("the draft is good");
    const shown = draftOf({ ...read.values, linkIsOurs: false });
    expect(shown.repeat).toBe(repeat);
    expect(readDraft(shown)).toEqual(read);
  },
);

test("only what somebody changed is saved: an untouched beginning keeps its seconds, a made link stays", () => {
  const meeting = {
    topic: "Budget",
    startsAt: "2026-12-31T07:00:30.500Z",
    durationMinutes: 60,
    timeZone: "Europe/Moscow",
    place: "",
    link: "https://zoom.us/j/1",
    linkIsOurs: true,
    agenda: "",
    answersUntil: null,
    reminderMinutes: [60, 1440],
    repeat: { kind: "weekly" as const },
  };
  const initial = draftOf(meeting);
  const changes = (draft: object) => {
    const read = readDraft({ ...initial, ...draft });
    return read.ok && changesOf(initial, read.values);
  };
  expect(changes({})).toEqual({});
  expect(changes({ place: "Room 5 " })).toEqual({ place: "Room 5" });
  expect(changes({ time: "11:00" })).toEqual({ startsAt: "2026-12-31T08:00:00.000Z" });
  expect(changes({ linkBy: "own" })).toEqual({ makeLink: false });
  expect(changes({ repeat: "none" })).toEqual({ repeat: null });
});
