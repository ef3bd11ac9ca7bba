import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";
import { addInvitee } from "./add-invitee";
import { addInviteeList } from "./add-invitee-list";
import { cancelMeeting } from "./cancel-meeting";
import { changeInvitee } from "./change-invitee";
import { changeMeeting } from "./change-meeting";
import { getMeeting } from "./get-meeting";
import { listInvitees } from "./list-invitees";
import { meetingEvents } from "./meeting-events";
import { moveMeeting } from "./move-meeting";
import { recordAttendance } from "./record-attendance";
import { removeInvitee } from "./remove-invitee";
import { runMeetings } from "./run-meetings";
import { tellMeeting } from "./tell-meeting";
import { inMinutes, type MeetingFirm, makeMeetingFirm, makePerson, plan } from "./testing/meeting-firm";

let firm: MeetingFirm;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
  await db.workspace.update({ where: { id: firm.workspaceId }, data: { locale: "ru" } });
});
afterEach(() => vi.restoreAllMocks());

const at = (moment: string) => vi.spyOn(clock, "now").mockReturnValue(new Date(moment));
const letters = () => db.mail.findMany({ orderBy: { id: "asc" } });
const property = (calendar: string | null | undefined, name: string) =>
  new RegExp(`^${name}[:;](.*(?:\r\n[ \t].*)*)`, "m")
    .exec(calendar ?? "")?.[1]
    ?.replace(/\r\n[ \t]/g, "")
    .trim();

/** What the bot has queued, with its first row of buttons. */
async function said(): Promise<{ chatId: number; text: string; data: unknown[] }[]> {
  const deliveries = await db.delivery.findMany({ orderBy: { id: "asc" } });
  return deliveries.map(({ chatId, act }) => {
    const { message } = act as Extract<OutgoingAct, { type: "message" }>;
    const data = message.buttons?.flat().flatMap((button) => ("data" in button ? [button.data] : [])) ?? [];
    return { chatId, text: message.text, data };
  });
}

async function inviteBoth(meetingId: number) {
  const ann = await makePerson(firm, "Анна");
  const annAdded = await addInvitee(firm.director, { meetingId, person: { personId: ann.personId } });
  const bobAdded = await addInvitee(firm.director, {
    meetingId,
    person: { fullName: "Боб, отдел «Б»", email: "bob@example.com", phone: "" },
  });
  if (!annAdded.ok || !bobAdded.ok) throw new Error("not invited");
  return { ann, annId: annAdded.invitee.id, bobId: bobAdded.invitee.id };
}

test("whoever wrote to the bot is asked by it, others by e-mail with an event; once, by any number of processes", async () => {
  const meeting = await plan(firm, {
    startsAt: "2099-03-02T07:00:00Z",
    timeZone: "Europe/Moscow",
    place: "Зал 5",
    agenda: "Бюджет; планы, итоги",
  });
  const { ann, annId } = await inviteBoth(meeting.id);
  await Promise.all([1, 2, 3].map(() => tellMeeting({ meetingId: meeting.id })));
  const asked = await said();
  expect(asked).toMatchObject([
    {
      chatId: ann.chatId,
      data: [
        `att:${annId}:yes`,
        `att:${annId}:no`,
        `att:${annId}:maybe`,
        `att:${annId}:sick`,
        `att:${annId}:trip`,
        `att:${annId}:vacation`,
      ],
    },
  ]);
  expect(asked[0]?.text).toContain("Анна");
  expect(asked[0]?.text).toContain("10:00");
  expect(asked[0]?.text).toContain("2 марта 2099");
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ to: "bob@example.com" });
  expect(letter?.subject).toContain("Budget");
  expect(property(letter?.calendar, "METHOD")).toBe("REQUEST");
  expect(property(letter?.calendar, "DTSTART")).toBe("20990302T070000Z");
  expect(property(letter?.calendar, "SEQUENCE")).toBe("0");
  expect(property(letter?.calendar, "ATTENDEE")).toContain("mailto:bob@example.com");
  expect(property(letter?.calendar, "ORGANIZER")).toMatch(/CN="?Dora"?.*mailto:dora/i);
  expect(property(letter?.calendar, "LOCATION")).toBe("Зал 5");
  const { invitees } = await listInvitees(firm.manager, { meetingId: meeting.id });
  expect(invitees).toMatchObject([
    { person: { reach: "bot" }, askedAt: expect.any(String), mailedAt: null },
    { person: { reach: "mail" }, askedAt: null, mailedAt: expect.any(String) },
  ]);
  expect(await getMeeting(firm.manager, { meetingId: meeting.id })).toMatchObject({
    queue: { waiting: 1, seconds: expect.any(Number) },
  });
  const { workspaceId, resourceId } = firm;
  const stranger = await makePerson(firm, "Чужой");
  for (const [index, { chatId }] of [ann, stranger].entries())
    await db.delivery.create({
      data: { workspaceId, resourceId, chatId, act: {}, dedupeKey: `turn:${index}:0` },
    });
  expect(await getMeeting(firm.manager, { meetingId: meeting.id })).toMatchObject({ queue: { waiting: 2 } });
});

test("changes, moves and the end are told to those who were asked, under the same event", async () => {
  const meeting = await plan(firm);
  await inviteBoth(meeting.id);
  const tell = () => tellMeeting({ meetingId: meeting.id });
  await tell();
  await changeMeeting(firm.director, { meetingId: meeting.id, place: "Зал 7" });
  await changeMeeting(firm.director, { meetingId: meeting.id, place: "Зал 8" });
  await Promise.all([tell(), tell()]);
  await db.delivery.updateMany({ data: { state: "sent" } });
  const moved = await moveMeeting(firm.director, {
    meetingId: meeting.id,
    startsAt: inMinutes(9999),
    clientId: randomUUID(),
  });
  if (!moved.ok) throw new Error(moved.reason);
  await tell();
  await tellMeeting({ meetingId: moved.meeting.id });
  await addInviteeList(firm.director, { meetingId: moved.meeting.id, lines: "Новый | new@example.com" });
  await tellMeeting({ meetingId: moved.meeting.id });
  await db.delivery.updateMany({ data: { state: "sent" } });
  await cancelMeeting(firm.director, { meetingId: moved.meeting.id });
  await tellMeeting({ meetingId: moved.meeting.id });
  const texts = (await said()).map(({ text }) => text);
  expect(texts).toHaveLength(4);
  expect(texts[1]).toContain("Зал 8");
  expect(texts[2]).toContain("перенесено");
  expect(texts[3]).toContain("отменено");
  const bob = (await letters()).filter(({ to }) => to === "bob@example.com");
  expect(bob.map(({ calendar }) => [property(calendar, "METHOD"), property(calendar, "SEQUENCE")])).toEqual([
    ["REQUEST", "0"],
    ["REQUEST", "2"],
    ["REQUEST", "3"],
    ["CANCEL", "4"],
  ]);
  expect(new Set(bob.map(({ calendar }) => property(calendar, "UID"))).size).toBe(1);
  const fresh = (await letters()).filter(({ to }) => to === "new@example.com");
  expect(fresh.map(({ subject }) => subject.split(":")[0])).toEqual(["Приглашение", "Отменено"]);
});

test("what the bot had not begun to say of a cancelled meeting is never said", async () => {
  const meeting = await plan(firm);
  await inviteBoth(meeting.id);
  await tellMeeting({ meetingId: meeting.id });
  await cancelMeeting(firm.director, { meetingId: meeting.id });
  await tellMeeting({ meetingId: meeting.id });
  expect((await said()).map(({ text }) => text.includes("отменено"))).toEqual([true]);
});

test("who writes to the bot later is asked by it within a minute, and another address is written to", async () => {
  const meeting = await plan(firm);
  const { bobId } = await inviteBoth(meeting.id);
  await tellMeeting({ meetingId: meeting.id });
  const { workspaceId, resourceId } = firm;
  const contact = await db.contact.create({
    data: { workspaceId, provider: "kchat", externalId: "77", firstName: "Боб" },
  });
  await db.chat.create({
    data: { workspaceId, resourceId, externalId: "-1:77", type: "private", contactId: contact.id },
  });
  await db.meetingPerson.updateMany({ where: { email: "bob@example.com" }, data: { contactId: contact.id } });
  const waiting = () =>
    db.$queryRaw<{ key: string }[]>`
      delete from graphile_worker._private_jobs where key = ${`tell-meeting:${meeting.id}`} returning key`;
  await waiting();
  await runMeetings();
  expect(await waiting()).toHaveLength(1);
  await tellMeeting({ meetingId: meeting.id });
  expect(await said()).toHaveLength(2);
  await changeInvitee(firm.director, { inviteeId: bobId, person: { email: "robert@example.com" } });
  await tellMeeting({ meetingId: meeting.id });
  expect((await letters()).map(({ to, calendar }) => [to, property(calendar, "METHOD")])).toEqual([
    ["bob@example.com", "REQUEST"],
    ["bob@example.com", "CANCEL"],
    ["robert@example.com", "REQUEST"],
  ]);
  expect(await said()).toHaveLength(2);
  await waiting();
  await runMeetings();
  expect(await waiting()).toHaveLength(0);
});

test("who is taken off the list is told by the way they were asked", async () => {
  const meeting = await plan(firm);
  const { annId, bobId } = await inviteBoth(meeting.id);
  await tellMeeting({ meetingId: meeting.id });
  for (const inviteeId of [annId, bobId]) await removeInvitee(firm.director, { inviteeId });
  expect((await said()).at(-1)?.text).toContain("Вас больше нет");
  expect(property((await letters()).at(-1)?.calendar, "METHOD")).toBe("CANCEL");
});

test("the silent are reminded once a moment until the deadline, those invited later only of what comes", async () => {
  at("2030-06-03T09:00:00Z");
  const meeting = await plan(firm, {
    startsAt: "2030-06-05T09:00:00Z",
    answersUntil: "2030-06-05T08:30:00Z",
    reminderMinutes: [1440, 60, 15],
  });
  const { ann, annId } = await inviteBoth(meeting.id);
  await tellMeeting({ meetingId: meeting.id });
  const count = async () => [await db.delivery.count(), await db.mail.count()];
  await runMeetings();
  expect(await count()).toEqual([1, 1]);
  at("2030-06-04T09:00:30Z");
  await Promise.all([runMeetings(), runMeetings()]);
  expect(await count()).toEqual([2, 2]);
  expect((await said())[1]).toMatchObject({
    chatId: ann.chatId,
    data: expect.arrayContaining([`att:${annId}:yes`]),
  });
  const late = await makePerson(firm, "Поздний");
  await addInvitee(firm.director, { meetingId: meeting.id, person: { personId: late.personId } });
  await tellMeeting({ meetingId: meeting.id });
  await runMeetings();
  expect(await count()).toEqual([3, 2]);
  await recordAttendance(ann.invitee, { inviteeId: annId, attendance: "no" });
  at("2030-06-05T08:00:00Z");
  await runMeetings();
  // The late one by the bot, Bob by e-mail.
  expect(await count()).toEqual([4, 3]);
  at("2030-06-05T08:50:00Z");
  await runMeetings();
  expect(await count()).toEqual([4, 3]);
});

test.each([
  // Moscow knows no summer time; Berlin's clocks go forward on 2030-03-31, back on 2030-10-27.
  ["daily", "Europe/Berlin", "2030-03-30T09:00:00Z", "2030-03-31T08:00:00.000Z"],
  ["daily", "Europe/Berlin", "2030-10-26T08:00:00Z", "2030-10-27T09:00:00.000Z"],
  ["weekly", "Europe/Moscow", "2030-03-27T07:00:00Z", "2030-04-03T07:00:00.000Z"],
  ["weekly", "America/New_York", "2030-03-06T15:00:00Z", "2030-03-13T14:00:00.000Z"],
] as const)("%s in %s: the next after %s is at %s, made once", async (kind, timeZone, startsAt, next) => {
  at("2030-01-01T00:00:00Z");
  const regular = await makePerson(firm, "Regular", { isPermanent: true });
  const once = await makePerson(firm, "Once");
  const meeting = await plan(firm, { startsAt, timeZone, repeat: { kind } });
  await addInvitee(firm.director, { meetingId: meeting.id, person: { personId: once.personId } });
  await runMeetings();
  expect(await db.meeting.count()).toBe(1);
  at(startsAt);
  await Promise.all([runMeetings(), runMeetings()]);
  const made = await db.meeting.findMany({ orderBy: { id: "desc" }, include: { invitees: true } });
  expect(made.map((one) => one.startsAt.toISOString())).toEqual([next, meeting.startsAt]);
  expect(made[0]?.invitees).toMatchObject([{ personId: regular.personId }]);
  expect(made[0]?.calendarUid).not.toBe(made[1]?.calendarUid);
});

test("a series goes on after a cancelled day and a long standstill, not after its end, nor twice a slot", async () => {
  at("2030-06-03T06:00:00Z");
  const meeting = await plan(firm, {
    startsAt: "2030-06-03T10:00:00Z",
    timeZone: "UTC",
    repeat: { kind: "cron", cron: "0 10 * * 1-5" },
  });
  await cancelMeeting(firm.director, { meetingId: meeting.id });
  at("2030-06-10T11:00:00Z");
  await runMeetings();
  const starts = async () =>
    (await db.meeting.findMany({ orderBy: { id: "asc" } })).map(({ startsAt }) => startsAt.toISOString());
  expect((await starts()).slice(1)).toEqual(["2030-06-11T10:00:00.000Z"]);
  const { id } = await db.meeting.findFirstOrThrow({ orderBy: { id: "desc" } });
  // Brought forward: the first hour of that day is not held again.
  await moveMeeting(firm.director, {
    meetingId: id,
    startsAt: "2030-06-10T15:00:00Z",
    clientId: randomUUID(),
  });
  at("2030-06-10T15:00:00Z");
  await runMeetings();
  expect((await starts()).slice(3)).toEqual(["2030-06-12T10:00:00.000Z"]);
  const last = await db.meeting.findFirstOrThrow({ orderBy: { id: "desc" } });
  await cancelMeeting(firm.director, { meetingId: last.id, series: true });
  at("2030-06-20T10:00:00Z");
  await runMeetings();
  expect(await starts()).toHaveLength(4);
});

test("pages are told which meetings changed, and begin by reading all anew", async () => {
  const meeting = await plan(firm);
  const abort = new AbortController();
  const events = meetingEvents(firm.manager, { check: async () => undefined, signal: abort.signal });
  expect((await events.next()).value).toEqual({ meetingId: null });
  const other = await makeMeetingFirm("Other");
  const foreign = await plan(other);
  const seen: (number | null)[] = [];
  // “Anything may have changed” comes once more when the process hears of others' changes: the next one comes by name.
  const change = () => changeMeeting(firm.director, { meetingId: meeting.id, place: `Зал ${seen.length}` });
  await change();
  for await (const { meetingId } of events) {
    seen.push(meetingId);
    if (meetingId === meeting.id) abort.abort();
    else await change();
  }
  expect(seen).not.toContain(foreign.id);
});
