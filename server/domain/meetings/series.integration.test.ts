import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { cancelMeeting } from "./cancel-meeting";
import { changeMeeting } from "./change-meeting";
import { getMeeting } from "./get-meeting";
import { moveMeeting } from "./move-meeting";
import { runMeetings } from "./run-meetings";
import type { MeetingRepeat } from "./schema";
import { type MeetingFirm, makeMeetingFirm, plan } from "./testing/meeting-firm";

let firm: MeetingFirm;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
  at("2030-06-01T00:00Z");
});
afterEach(() => vi.restoreAllMocks());

/** Lets a moment come, seen by two processes at once. */
async function comes(moment: string) {
  at(moment);
  await Promise.all([runMeetings(), runMeetings()]);
}
const at = (moment: string) => vi.spyOn(clock, "now").mockReturnValue(new Date(moment));

/** A meeting of Tuesday, 4 June 2030, at ten in the morning. */
async function onTuesday(repeat: MeetingRepeat) {
  const { id } = await plan(firm, { startsAt: "2030-06-04T10:00:00Z", timeZone: "UTC", repeat });
  return id;
}
async function move(meetingId: number, startsAt: string) {
  const moved = await moveMeeting(firm.director, { meetingId, startsAt, clientId: randomUUID() });
  if (!moved.ok) throw new Error(moved.reason);
  return moved.meeting;
}
/** When what takes place begins, in the order in which it was made. */
async function held() {
  const meetings = await db.meeting.findMany({ where: { state: "planned" }, orderBy: { id: "asc" } });
  return meetings.map(({ startsAt }) => startsAt.toISOString().slice(5, 16));
}
const tuesdays = { kind: "cron", cron: "0 10 * * 2" };

test.each([{ kind: "weekly" }, { kind: "cron", cron: "0 10 * * 2" }] as const)(
  "one meeting of %o that is moved to another weekday leaves the series where it was, and says so",
  async (repeat) => {
    const first = await onTuesday(repeat);
    expect(await getMeeting(firm.manager, { meetingId: first })).toMatchObject({
      repeat: { kind: "weekly" },
    });
    const moved = await move(first, "2030-06-07T15:00:00Z");
    expect(moved.repeat).toEqual(tuesdays);
    // As the page saves what its form shows.
    const edited = { meetingId: moved.id, startsAt: moved.startsAt, repeat: moved.repeat };
    expect(await changeMeeting(firm.director, { ...edited, place: "Room 5" })).toMatchObject({
      meeting: { place: "Room 5", repeat: tuesdays },
    });
    // Another hour of it alone is no other rule either.
    const shifted = await changeMeeting(firm.director, {
      meetingId: moved.id,
      startsAt: "2030-06-07T16:00:00Z",
    });
    expect(shifted).toMatchObject({ meeting: { repeat: tuesdays } });
    await comes("2030-06-07T16:00:30Z");
    expect(await held()).toEqual(["06-07T16:00", "06-11T10:00"]);
    const next = await db.meeting.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(await getMeeting(firm.manager, { meetingId: next.id })).toMatchObject({
      repeat: { kind: "weekly" },
    });
  },
);

test("the days between a meeting's own time and the one it was put off to are held as usual", async () => {
  const first = await onTuesday({ kind: "weekly" });
  const between = await move(first, "2030-06-06T10:00:00Z");
  await move(between.id, "2030-06-14T10:00:00Z");
  await comes("2030-06-04T09:59:00Z");
  expect(await held()).toEqual(["06-14T10:00"]);
  await comes("2030-06-04T10:00:30Z");
  await comes("2030-06-11T10:00:30Z");
  await comes("2030-06-14T10:00:30Z");
  expect(await held()).toEqual(["06-14T10:00", "06-11T10:00", "06-18T10:00"]);
});

test("a meeting put off onto the next one's time is that one", async () => {
  const first = await onTuesday({ kind: "weekly" });
  await move(first, "2030-06-11T10:00:00Z");
  await comes("2030-06-04T10:00:30Z");
  expect(await held()).toEqual(["06-11T10:00", "06-18T10:00"]);
});

test("one brought forward takes its own day's place", async () => {
  const first = await onTuesday({ kind: "weekly" });
  await move(first, "2030-06-03T10:00:00Z");
  await comes("2030-06-03T10:00:30Z");
  expect(await held()).toEqual(["06-03T10:00", "06-11T10:00"]);
});

test("a put off meeting that is cancelled ends no series", async () => {
  const first = await onTuesday({ kind: "weekly" });
  const { id } = await move(first, "2030-06-14T10:00:00Z");
  await Promise.all([1, 2].map(() => cancelMeeting(firm.director, { meetingId: id })));
  await comes("2030-06-04T10:00:30Z");
  expect(await held()).toEqual(["06-11T10:00"]);
});

test("another time of a meeting that is held by the rule is the rule's from then on", async () => {
  const first = await onTuesday({ kind: "weekly" });
  const changed = { meetingId: first, startsAt: "2030-06-06T12:00:00Z" };
  const twice = await Promise.all([1, 2].map(() => changeMeeting(firm.director, changed)));
  expect(twice).toMatchObject(Array(2).fill({ meeting: { repeat: { kind: "weekly" } } }));
  await comes("2030-06-06T12:00:30Z");
  expect(await held()).toEqual(["06-06T12:00", "06-13T12:00"]);
});
