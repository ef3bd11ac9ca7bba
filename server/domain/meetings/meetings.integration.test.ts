import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { addInvitee } from "./add-invitee";
import { addInviteeList } from "./add-invitee-list";
import { cancelMeeting } from "./cancel-meeting";
import { changeInvitee } from "./change-invitee";
import { changeMeeting } from "./change-meeting";
import { createMeeting } from "./create-meeting";
import { getMeeting } from "./get-meeting";
import { listMeetings } from "./list-meetings";
import { moveMeeting } from "./move-meeting";
import { recordAttendance } from "./record-attendance";
import { removeInvitee } from "./remove-invitee";
import { removePerson } from "./remove-person";
import { savePerson } from "./save-person";
import {
  inMinutes,
  invite,
  type MeetingFirm,
  makeMeetingFirm,
  makePerson,
  plan,
} from "./testing/meeting-firm";

let firm: MeetingFirm;
let other: MeetingFirm;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
  other = await makeMeetingFirm("Other");
});

const audited = (action: string) => db.auditEntry.count({ where: { action } });

test("the same meeting made twice is one, with the firm's only bot, its maker and the permanent invitees", async () => {
  const ann = await makePerson(firm, "Ann", { isPermanent: true });
  await makePerson(other, "Foreign", { isPermanent: true });
  const input = { clientId: randomUUID(), topic: "Budget", startsAt: inMinutes(60), timeZone: "Asia/Tokyo" };
  const twice = await Promise.all([createMeeting(firm.director, input), createMeeting(firm.director, input)]);
  expect(twice[0]).toEqual(twice[1]);
  expect(twice[0]).toMatchObject({
    ok: true,
    meeting: {
      resourceId: firm.resourceId,
      organiser: { fullName: "Dora", reach: "mail" },
      counts: { unanswered: 1, total: 1 },
      isOpen: true,
      durationMinutes: 60,
      reminderMinutes: [1440, 60],
    },
  });
  expect(await db.meeting.count()).toBe(1);
  expect(await audited("meeting.created")).toBe(1);
  expect(await db.invitee.findMany()).toMatchObject([{ personId: ann.personId }]);
});

test("what cannot be a meeting is refused in words that can be told", async () => {
  const make = (data: object) =>
    createMeeting(firm.director, {
      clientId: randomUUID(),
      topic: "Budget",
      startsAt: inMinutes(60),
      timeZone: "UTC",
      ...data,
    });
  expect(await make({ startsAt: inMinutes(-1) })).toEqual({ ok: false, reason: "past" });
  expect(await make({ makeLink: true })).toEqual({ ok: false, reason: "no_call_account" });
  expect(await make({ makeLink: true, link: "https://example.com/" })).toEqual({
    ok: false,
    reason: "link_and_account",
  });
  for (const cron of ["61 * * * *", "0 10 30 2 *", "* * * * * *", "every day at 5"])
    expect(await make({ repeat: { kind: "cron", cron } })).toMatchObject({ reason: "bad_cron" });
  await expect(make({ resourceId: other.resourceId })).rejects.toMatchObject({ code: "not_found" });
});

test("only what guests see is told to them; a change of nothing is no change", async () => {
  const meeting = await plan(firm);
  const change = (data: object) => changeMeeting(firm.director, { meetingId: meeting.id, ...data });
  await change({ topic: "Budget", reminderMinutes: [30] });
  expect(await db.meeting.findFirst()).toMatchObject({ calendarSequence: 0, reminderMinutes: [30] });
  const results = await Promise.all([
    change({ place: "Room 5", repeat: { kind: "weekly" } }),
    change({ agenda: "Figures" }),
  ]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await getMeeting(firm.manager, { meetingId: meeting.id })).toMatchObject({
    place: "Room 5",
    agenda: "Figures",
    repeat: { kind: "weekly" },
    repeats: true,
  });
  expect(await db.meeting.findFirst()).toMatchObject({ calendarSequence: 2 });
  const entries = await audited("meeting.changed");
  await change({ place: "Room 5" });
  expect(await audited("meeting.changed")).toBe(entries);
  expect(await change({ startsAt: inMinutes(-5) })).toEqual({ ok: false, reason: "past" });
  await change({ answersUntil: inMinutes(2 * 1440) });
  const [before] = await db.meeting.findMany();
  await change({ startsAt: inMinutes(4 * 1440) });
  const [after] = await db.meeting.findMany();
  const distance = (row?: typeof before) =>
    (row?.startsAt.getTime() ?? 0) - (row?.answersUntil?.getTime() ?? 0);
  expect(distance(after)).toBe(distance(before));
  await change({ repeat: null });
  expect(await getMeeting(firm.manager, { meetingId: meeting.id })).toMatchObject({ repeats: false });
});

test("a moved meeting asks the same people again under the same calendar event", async () => {
  const ann = await makePerson(firm, "Ann");
  const old = await plan(firm, { repeat: { kind: "daily" } });
  const inviteeId = await invite(firm, old.id, ann.personId);
  await recordAttendance(ann.invitee, { inviteeId, attendance: "sick" });
  const input = { meetingId: old.id, startsAt: inMinutes(5 * 1440), clientId: randomUUID() };
  const [moved, again] = await Promise.all([
    moveMeeting(firm.director, input),
    moveMeeting(firm.director, input),
  ]);
  expect(moved).toEqual(again);
  if (!moved.ok) throw new Error(moved.reason);
  expect(moved.meeting).toMatchObject({ movedFromId: old.id, counts: { unanswered: 1, total: 1 } });
  expect(await getMeeting(firm.director, { meetingId: old.id })).toMatchObject({
    state: "moved",
    movedToId: moved.meeting.id,
    counts: { sick: 1 },
  });
  const rows = await db.meeting.findMany({ orderBy: { id: "asc" } });
  expect(rows[1]).toMatchObject({
    calendarUid: rows[0]?.calendarUid,
    calendarSequence: 1,
    seriesId: rows[0]?.seriesId,
  });
  expect(await recordAttendance(ann.invitee, { inviteeId, attendance: "yes" })).toEqual({
    ok: false,
    reason: "not_planned",
  });
  expect(await moveMeeting(firm.director, { ...input, clientId: randomUUID() })).toEqual({
    ok: false,
    reason: "not_planned",
  });
  expect(await audited("meeting.moved")).toBe(1);
});

test("a cancelled meeting is so once, and its series stops only if asked", async () => {
  const meeting = await plan(firm, { repeat: { kind: "daily" } });
  const cancel = (series: boolean) => cancelMeeting(firm.director, { meetingId: meeting.id, series });
  const results = await Promise.all([cancel(false), cancel(false)]);
  expect(results).toMatchObject([
    { ok: true, meeting: { state: "cancelled", repeats: true, isOpen: false } },
    { ok: true },
  ]);
  expect(await audited("meeting.cancelled")).toBe(1);
  expect(await cancel(true)).toMatchObject({ ok: true, meeting: { repeats: false } });
  expect(await db.meeting.findFirst()).toMatchObject({ calendarSequence: 1 });
  expect(await changeMeeting(firm.director, { meetingId: meeting.id, topic: "New" })).toEqual({
    ok: false,
    reason: "not_planned",
  });
});

test("lists show what is not over in a range, by words and state", async () => {
  const soon = await plan(firm, { topic: "100% plan", startsAt: inMinutes(10) });
  await plan(firm, { topic: "Later", startsAt: inMinutes(1440) });
  await plan(other, { topic: "Foreign" });
  await db.meeting.update({ where: { id: soon.id }, data: { startsAt: new Date(Date.now() - 1_800_000) } });
  const topics = async (input: object) => (await listMeetings(firm.manager, input)).map(({ topic }) => topic);
  expect(await topics({})).toEqual(["100% plan", "Later"]);
  expect(await topics({ to: inMinutes(60) })).toEqual(["100% plan"]);
  expect(await topics({ from: inMinutes(60) })).toEqual(["Later"]);
  expect(await topics({ search: "0%" })).toEqual(["100% plan"]);
  expect(await topics({ search: "%r" })).toEqual([]);
  expect(await topics({ states: ["cancelled"] })).toEqual([]);
});

test("managers, keys without the scope and other firms change nothing", async () => {
  const ann = await makePerson(firm, "Ann");
  const meeting = await plan(firm);
  const inviteeId = await invite(firm, meeting.id, ann.personId);
  const meetingId = meeting.id;
  const key: ApiKeyActor = {
    kind: "api-key",
    workspaceId: firm.workspaceId,
    apiKeyId: 0,
    scopes: ["meetings:read"],
  };
  const acts = (actor: typeof firm.manager | ApiKeyActor) => [
    () => changeMeeting(actor, { meetingId, topic: "Taken" }),
    () => moveMeeting(actor, { meetingId, startsAt: inMinutes(60), clientId: randomUUID() }),
    () => cancelMeeting(actor, { meetingId }),
    () => addInvitee(actor, { meetingId, person: { fullName: "Eve", email: "eve@example.com", phone: "" } }),
    () => addInviteeList(actor, { meetingId, lines: "Eve | eve@example.com" }),
    () => changeInvitee(actor, { inviteeId, person: { fullName: "Eve" } }),
    () => removeInvitee(actor, { inviteeId }),
    () => recordAttendance(actor, { inviteeId, attendance: "no" }),
    () => savePerson(actor, { personId: ann.personId, fullName: "Eve", email: "", phone: "" }),
    () => removePerson(actor, { personId: ann.personId }),
  ];
  for (const act of acts(firm.manager)) await expect(act()).rejects.toMatchObject({ reason: "role" });
  for (const act of acts(key)) await expect(act()).rejects.toMatchObject({ reason: "scope" });
  for (const act of acts(other.director)) await expect(act()).rejects.toMatchObject({ code: "not_found" });
  expect(await getMeeting(key, { meetingId })).toMatchObject({ topic: "Budget", counts: { unanswered: 1 } });
});
