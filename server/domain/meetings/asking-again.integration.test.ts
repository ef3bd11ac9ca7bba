import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { until } from "@/scripts/testing/until";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";
import { addInvitee } from "./add-invitee";
import { cancelMeeting } from "./cancel-meeting";
import { changeInvitee } from "./change-invitee";
import { changeMeeting } from "./change-meeting";
import { listInvitees } from "./list-invitees";
import { moveMeeting } from "./move-meeting";
import { recordAttendance } from "./record-attendance";
import { removeInvitee } from "./remove-invitee";
import { runMeetings } from "./run-meetings";
import { savePerson } from "./save-person";
import { tellMeeting } from "./tell-meeting";
import { inMinutes, type MeetingFirm, makeMeetingFirm, makePerson, plan } from "./testing/meeting-firm";

let firm: MeetingFirm;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
});
afterEach(() => vi.restoreAllMocks());

const tell = (meetingId: number) => tellMeeting({ meetingId });
const sent = () => db.delivery.updateMany({ data: { state: "sent" } });
const property = (calendar: string | null, name: string) =>
  new RegExp(`^${name}:(.*)`, "m").exec(calendar ?? "")?.[1]?.trim();

/** The letters to an address: the method and number of their calendar event, and its UID. */
async function mailed(to: string) {
  const letters = await db.mail.findMany({ where: { to }, orderBy: { id: "asc" } });
  return letters.map(({ calendar }) => ({
    event: `${property(calendar, "METHOD")} ${property(calendar, "SEQUENCE")}`,
    uid: property(calendar, "UID"),
  }));
}
const events = async (to: string) => (await mailed(to)).map(({ event }) => event);

async function said(): Promise<string[]> {
  const deliveries = await db.delivery.findMany({ orderBy: { id: "asc" } });
  return deliveries.map(({ act }) => {
    const { message } = act as Extract<OutgoingAct, { type: "message" }>;
    return message.text;
  });
}

async function inviteBoth(meetingId: number) {
  const ann = await makePerson(firm, "Ann");
  const byBot = await addInvitee(firm.director, { meetingId, person: { personId: ann.personId } });
  const bob = { fullName: "Bob", email: "bob@example.com", phone: "" };
  const byMail = await addInvitee(firm.director, { meetingId, person: bob });
  if (!byBot.ok || !byMail.ok) throw new Error("not invited");
  return { ann, annId: byBot.invitee.id, bobId: byMail.invitee.id, bob: byMail.invitee.person };
}

async function move(meetingId: number, minutes = 9999): Promise<number> {
  const moved = await moveMeeting(firm.director, {
    meetingId,
    startsAt: inMinutes(minutes),
    clientId: randomUUID(),
  });
  if (!moved.ok) throw new Error(moved.reason);
  return moved.meeting.id;
}

test("whoever knew a meeting that was moved twice and cancelled before anybody was told hears that it is off", async () => {
  const meeting = await plan(firm);
  await inviteBoth(meeting.id);
  await tell(meeting.id);
  await sent();
  const late = { fullName: "Late", email: "late@example.com", phone: "" };
  await addInvitee(firm.director, { meetingId: meeting.id, person: late });
  const last = await move(await move(meeting.id), 12_000);
  await Promise.all([1, 2].map(() => cancelMeeting(firm.director, { meetingId: last })));
  for (const id of [meeting.id, last, last]) await tell(id);
  expect((await said()).map((text) => /cancelled/i.test(text))).toEqual([false, true]);
  expect(await events("bob@example.com")).toEqual(["REQUEST 0", "CANCEL 3"]);
  expect(new Set((await mailed("bob@example.com")).map(({ uid }) => uid)).size).toBe(1);
  expect(await events("late@example.com")).toEqual([]);
});

test("whoever knew a meeting that was moved twice is told of the move once, and of being taken off the list", async () => {
  const meeting = await plan(firm);
  await inviteBoth(meeting.id);
  await tell(meeting.id);
  await sent();
  const last = await move(await move(meeting.id), 12_000);
  await Promise.all([tell(last), tell(last)]);
  expect((await said()).map((text) => /moved/i.test(text))).toEqual([false, true]);
  expect(await events("bob@example.com")).toEqual(["REQUEST 0", "REQUEST 2"]);
  await sent();
  const next = await move(last);
  const { invitees } = await listInvitees(firm.director, { meetingId: next });
  for (const { id } of invitees) await removeInvitee(firm.director, { inviteeId: id });
  // What takes an invitation back is not taken back itself.
  await move(next, 15_000);
  expect((await said()).at(-1)).toMatch(/no longer/i);
  expect(await events("bob@example.com")).toEqual(["REQUEST 0", "REQUEST 2", "CANCEL 3"]);
});

test("another beginning asks again, whatever else changes keeps the answers; twice is once", async () => {
  const meeting = await plan(firm);
  const { ann, annId } = await inviteBoth(meeting.id);
  await tell(meeting.id);
  await sent();
  await recordAttendance(ann.invitee, { inviteeId: annId, attendance: "sick", comment: "Flu" });
  const annNow = () => db.invitee.findUniqueOrThrow({ where: { id: annId } });
  const change = async (fields: object) => {
    const done = await changeMeeting(firm.director, { meetingId: meeting.id, ...fields });
    await tell(meeting.id);
    await sent();
    return done;
  };
  await change({ topic: "Plans", place: "Room 7", agenda: "Figures", timeZone: "Asia/Tokyo" });
  expect(await annNow()).toMatchObject({ attendance: "sick", comment: "Flu" });
  expect((await said()).at(-1)).toMatch(/changed/i);
  expect(await db.absence.count()).toBe(1);
  const startsAt = inMinutes(7 * 1440);
  const both = await Promise.all([change({ startsAt }), change({ startsAt })]);
  expect(both).toMatchObject(Array(2).fill({ ok: true, meeting: { counts: { unanswered: 2, total: 2 } } }));
  expect(await annNow()).toMatchObject({
    attendance: null,
    comment: "",
    answeredAt: null,
    answeredBy: null,
    remindedAtMin: null,
  });
  // Who is ill on one day stays so when the meeting goes to another.
  expect(await db.absence.count()).toBe(1);
  expect((await said()).map((text) => /Will you come/.test(text))).toEqual([true, false, true]);
  expect((await said()).at(-1)).toMatch(/moved/i);
  expect(await events("bob@example.com")).toEqual(["REQUEST 0", "REQUEST 1", "REQUEST 2"]);
  // What was said stays in the log.
  expect(await db.auditEntry.count({ where: { action: "meeting.answer_recorded" } })).toBe(1);
  await recordAttendance(ann.invitee, { inviteeId: annId, attendance: "yes" });
  await change({ startsAt });
  expect(await annNow()).toMatchObject({ attendance: "yes" });
});

test("whoever changes something else while the beginning changes does not set it back", async () => {
  const meeting = await plan(firm, { answersUntil: inMinutes(1440) });
  const startsAt = new Date(inMinutes(7 * 1440));
  let waiting: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    await tx.meeting.update({ where: { id: meeting.id }, data: { startsAt } });
    waiting = changeMeeting(firm.director, { meetingId: meeting.id, place: "Room 7" });
    await untilLocked(tx);
  });
  expect(await waiting).toMatchObject({
    ok: true,
    meeting: { place: "Room 7", startsAt: startsAt.toISOString() },
  });
});

/** Until somebody waits for what the transaction holds. */
async function untilLocked(tx: Tx): Promise<void> {
  await until("the other waits", async () => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_locks where not granted`;
    return row && row.count > 0;
  });
}

test("who was asked again is reminded of what comes after that only", async () => {
  const now = vi.spyOn(clock, "now").mockReturnValue(new Date("2030-06-01T09:00:00Z"));
  const meeting = await plan(firm, { startsAt: "2030-06-05T09:00:00Z", reminderMinutes: [1440, 60] });
  await inviteBoth(meeting.id);
  await tell(meeting.id);
  await sent();
  await changeMeeting(firm.director, { meetingId: meeting.id, startsAt: "2030-06-01T11:00:00Z" });
  await runMeetings();
  await tell(meeting.id);
  await runMeetings();
  expect(await said()).toHaveLength(2);
  expect(await db.mail.count()).toBe(2);
  now.mockReturnValue(new Date("2030-06-01T10:00:30Z"));
  await runMeetings();
  expect(await said()).toHaveLength(3);
  expect(await db.mail.count()).toBe(3);
});

test("an address that an invitation went to gets it taken back once there is another, which is invited", async () => {
  const first = await plan(firm);
  const { bobId, bob } = await inviteBoth(first.id);
  const second = await plan(firm);
  await addInvitee(firm.director, { meetingId: second.id, person: { personId: bob.id } });
  const untold = await plan(firm);
  await addInvitee(firm.director, { meetingId: untold.id, person: { personId: bob.id } });
  for (const { id } of [first, second]) await tell(id);
  const tellAll = async () => {
    for (const { id } of [first, second, untold]) await tell(id);
  };
  const rename = () =>
    changeInvitee(firm.director, { inviteeId: bobId, person: { email: "robert@example.com" } });
  const results = await Promise.all([rename(), rename()]);
  expect(results).toMatchObject(
    Array(2).fill({ ok: true, invitee: { mailedAt: null, person: { email: "robert@example.com" } } }),
  );
  await tellAll();
  expect(await events("bob@example.com")).toEqual(["REQUEST 0", "REQUEST 0", "CANCEL 0", "CANCEL 0"]);
  expect(await events("robert@example.com")).toEqual(["REQUEST 0", "REQUEST 0", "REQUEST 0"]);
  const [invited, , withdrawn] = await mailed("bob@example.com");
  expect(withdrawn?.uid).toBe(invited?.uid);
  const letter = await db.mail.findFirst({ where: { to: "bob@example.com" }, orderBy: { id: "desc" } });
  // The new address is nobody's business at the old one.
  expect(`${letter?.subject} ${letter?.text}`).not.toContain("robert");

  // The list of people is another door to the same; an address may also be taken away.
  const save = (email: string) =>
    savePerson(firm.director, { personId: bob.id, fullName: "Bob", email, phone: "+7 916 123-45-67" });
  await save("");
  await save("");
  await tellAll();
  expect((await events("robert@example.com")).slice(3)).toEqual(Array(3).fill("CANCEL 0"));
  await save("bobby@example.com");
  await tellAll();
  expect(await events("bobby@example.com")).toEqual(Array(3).fill("REQUEST 0"));
});

test("of a meeting that is off already the address that knew it is told, and the new one nothing", async () => {
  const meeting = await plan(firm);
  const { bobId } = await inviteBoth(meeting.id);
  await tell(meeting.id);
  await cancelMeeting(firm.director, { meetingId: meeting.id });
  await changeInvitee(firm.director, { inviteeId: bobId, person: { email: "robert@example.com" } });
  await tell(meeting.id);
  expect(await events("bob@example.com")).toEqual(["REQUEST 0", "CANCEL 1"]);
  expect(await events("robert@example.com")).toEqual([]);
});

test("an answer counts by when it was said, as far as that can be believed", async () => {
  const now = vi.spyOn(clock, "now").mockReturnValue(new Date("2030-06-01T09:00:00Z"));
  const meeting = await plan(firm, {
    startsAt: "2030-06-05T09:00:00Z",
    answersUntil: "2030-06-04T09:00:00Z",
  });
  const { ann, annId } = await inviteBoth(meeting.id);
  now.mockReturnValue(new Date("2030-06-04T12:00:00Z"));
  const say = (saidAt?: string) =>
    recordAttendance(
      ann.invitee,
      { inviteeId: annId, attendance: "yes" },
      saidAt ? new Date(saidAt) : undefined,
    );
  const tooLate = { ok: false, reason: "closed_for_answers" };
  expect(await say()).toEqual(tooLate);
  expect(await say("2030-06-04T09:00:00Z")).toEqual(tooLate);
  // Later than now, and older than a day: no clock that is to be believed.
  expect(await say("2030-06-04T12:10:00Z")).toEqual(tooLate);
  expect(await say("2030-06-03T11:59:59Z")).toEqual(tooLate);
  const inTime = { ok: true, invitee: { attendance: "yes", answeredAt: "2030-06-04T08:59:59.000Z" } };
  const twice = await Promise.all([say("2030-06-04T08:59:59Z"), say("2030-06-04T08:59:59Z")]);
  expect(twice).toMatchObject([inTime, inTime]);
  expect(await db.auditEntry.count({ where: { action: "meeting.answer_recorded" } })).toBe(1);
});
