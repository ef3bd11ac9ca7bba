import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { join } from "@/scripts/testing/firm";
import { deleteContact } from "@/server/domain/contacts/delete-contact";
import { db, transaction } from "@/server/lib/db";
import { absentOn } from "./absent-on";
import { addInvitee } from "./add-invitee";
import { addInviteeList } from "./add-invitee-list";
import { cancelMeeting } from "./cancel-meeting";
import { changeInvitee } from "./change-invitee";
import { changeMeeting } from "./change-meeting";
import { createMeeting } from "./create-meeting";
import { getMeeting } from "./get-meeting";
import { listInvitees } from "./list-invitees";
import { listPeople } from "./list-people";
import { meetingsOf } from "./meetings-of";
import { moveMeeting } from "./move-meeting";
import { recognisePerson } from "./recognise-person";
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

test("a pasted list takes its good lines, once, and names the bad ones; two organisers at once do not double", async () => {
  const { id: meetingId } = await plan(firm);
  const ann = await makePerson(firm, "", { email: "ann@example.com" });
  const lines =
    "ФИО | email | телефон\nAnn A | ANN@example.com | 8 916 123-45-67\nBob; bob@example.com\n|x@y.com";
  const results = await Promise.all([
    addInviteeList(firm.director, { meetingId, lines, permanent: true }),
    addInviteeList(firm.director, { meetingId, lines }),
  ]);
  expect(results.map((result) => result.ok && [result.added, result.known]).toSorted()).toEqual([
    [0, 2],
    [2, 0],
  ]);
  expect(results[0]).toMatchObject({ bad: [{ line: 4, reason: "no_name" }] });
  const { invitees, total } = await listInvitees(firm.manager, { meetingId });
  expect(total).toBe(2);
  expect(invitees).toMatchObject([
    {
      person: { id: ann.personId, fullName: "Ann A", phone: "79161234567", reach: "bot", isPermanent: true },
      attendance: null,
    },
    { person: { fullName: "Bob", reach: "mail" } },
  ]);
  expect(await audited("meeting.invitees_added")).toBe(1);
});

test("invitees are found by words, answers and pages", async () => {
  const { id: meetingId } = await plan(firm);
  const lines = Array.from({ length: 7 }, (_, i) => `Person ${i} | p${i}@example.com | +7916000000${i}`);
  await addInviteeList(firm.director, { meetingId, lines: lines.join("\n") });
  const list = (input: object) => listInvitees(firm.manager, { meetingId, ...input });
  const [first] = (await list({ search: "p3@" })).invitees;
  expect(
    await recordAttendance(firm.director, { inviteeId: first?.id ?? 0, attendance: "no" }),
  ).toMatchObject({
    ok: true,
    invitee: { answeredBy: "browser" },
  });
  expect((await list({ voted: "voted" })).total).toBe(1);
  expect((await list({ voted: "not_voted" })).total).toBe(6);
  expect((await list({ attendance: "no" })).total).toBe(1);
  expect((await list({ search: "9160000005" })).invitees).toMatchObject([
    { person: { fullName: "Person 5" } },
  ]);
  expect(await list({ page: 99, pageSize: 3 })).toMatchObject({ page: 2, pages: 3, invitees: [{}] });
});

test("an answer may change until the deadline, its absence with it; the same twice is one", async () => {
  const ann = await makePerson(firm, "Ann");
  const meeting = await plan(firm, { startsAt: "2099-03-01T22:30:00Z", timeZone: "Europe/Moscow" });
  const inviteeId = await invite(firm, meeting.id, ann.personId);
  const answer = (attendance: "yes" | "sick" | "trip", comment?: string) =>
    recordAttendance(ann.invitee, { inviteeId, attendance, comment });
  await Promise.all([answer("sick", "Flu"), answer("sick", "Flu")]);
  expect(await audited("meeting.answer_recorded")).toBe(1);
  // The day in Moscow.
  expect(await absentOn(firm.workspaceId, "2099-03-02")).toEqual([
    { userId: null, personId: ann.personId, reason: "sick" },
  ]);
  expect(await answer("sick")).toMatchObject({ invitee: { comment: "Flu", answeredBy: "bot" } });
  expect(await answer("trip")).toMatchObject({ invitee: { comment: "" } });
  expect(await absentOn(firm.workspaceId, "2099-03-02")).toMatchObject([{ reason: "trip" }]);
  expect(await absentOn(other.workspaceId, "2099-03-02")).toEqual([]);
  await changeMeeting(firm.director, { meetingId: meeting.id, startsAt: "2099-03-05T09:00:00Z" });
  expect(await absentOn(firm.workspaceId, "2099-03-05")).toEqual([]);
  expect(await absentOn(firm.workspaceId, "2099-03-02")).toHaveLength(1);
  await answer("yes");
  expect(await db.absence.count()).toBe(0);
  await changeMeeting(firm.director, { meetingId: meeting.id, answersUntil: inMinutes(-1) });
  expect(await answer("trip")).toEqual({ ok: false, reason: "closed_for_answers" });
  expect(await recordAttendance(firm.director, { inviteeId, attendance: "vacation" })).toMatchObject({
    ok: true,
  });
});

test("an absent member is known by e-mail or by a linked account", async () => {
  const ann = await makePerson(firm, "Ann");
  const contact = await db.contact.findFirstOrThrow({ where: { meetingPerson: { id: ann.personId } } });
  await db.memberIdentity.create({
    data: {
      workspaceId: firm.workspaceId,
      userId: firm.manager.userId,
      provider: "kchat",
      externalId: contact.externalId,
      name: "Ann",
    },
  });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: firm.director.userId } });
  const dora = await makePerson(firm, "Dora", { email });
  const meeting = await plan(firm, { startsAt: "2099-03-02T10:00:00Z", timeZone: "UTC" });
  for (const { personId, invitee } of [ann, dora])
    await recordAttendance(invitee, {
      inviteeId: await invite(firm, meeting.id, personId),
      attendance: "vacation",
    });
  expect((await absentOn(firm.workspaceId, "2099-03-02")).map(({ userId }) => userId)).toEqual([
    firm.manager.userId,
    firm.director.userId,
  ]);
});

test("who answers while it is cancelled or moved is either counted or told", async () => {
  for (const end of ["cancel", "move"] as const) {
    const meeting = await plan(firm);
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => makePerson(firm, `${end} ${i}`)));
    const inviteeIds: number[] = [];
    for (const { personId } of people) inviteeIds.push(await invite(firm, meeting.id, personId));
    const answers = people.map(({ invitee }, i) =>
      recordAttendance(invitee, { inviteeId: inviteeIds[i] ?? 0, attendance: "yes" }),
    );
    const [ended, ...told] = await Promise.all([
      end === "cancel"
        ? cancelMeeting(firm.director, { meetingId: meeting.id })
        : moveMeeting(firm.director, {
            meetingId: meeting.id,
            startsAt: inMinutes(9000),
            clientId: randomUUID(),
          }),
      ...answers,
    ]);
    expect(ended.ok).toBe(true);
    const { counts } = await getMeeting(firm.director, { meetingId: meeting.id });
    expect(told.filter(({ ok }) => ok)).toHaveLength(counts.yes);
    expect(told.filter((result) => !result.ok && result.reason === "not_planned")).toHaveLength(
      8 - counts.yes,
    );
  }
});

test("people are recognised by contact, else e-mail, else phone, and linked once", async () => {
  const { workspaceId } = firm;
  const saved = await savePerson(firm.director, { fullName: "", email: "ann@example.com", phone: "" });
  const contact = () =>
    db.contact.create({
      data: { workspaceId, provider: "kchat", externalId: randomUUID(), firstName: "Ann" },
    });
  const [ann, eve] = [await contact(), await contact()];
  const recognise = (signs: object) => transaction((tx) => recognisePerson(tx, workspaceId, signs));
  const both = await Promise.all(
    [1, 2].map(() =>
      recognise({ contactId: ann.id, email: "ANN@example.com", phone: "8 916 123 45 67", fullName: "Ann A" }),
    ),
  );
  const id = saved.ok && saved.person.id;
  expect(both).toMatchObject([{ id }, { id }]);
  expect(await recognise({ contactId: ann.id })).toMatchObject({
    contactId: ann.id,
    phone: "79161234567",
    fullName: "Ann A",
  });
  expect(await recognise({ phone: "+7 916 123-45-67" })).toMatchObject({ id });
  // Another account with the same address is not Ann.
  expect(await recognise({ contactId: eve.id, email: "ann@example.com" })).toBeNull();
  expect(await recognise({ email: "nobody@example.com", phone: "12" })).toBeNull();
});

test("people are kept once, with addresses that are nobody else's", async () => {
  const save = (data: object) =>
    savePerson(firm.director, { fullName: "Ann", email: "ann@example.com", phone: "", ...data });
  const twice = await Promise.all([save({ isOrganiser: true }), save({ isOrganiser: true })]);
  expect(twice[0]).toEqual(twice[1]);
  expect(await db.meetingPerson.count()).toBe(1);
  const bob = await save({ fullName: "Bob", email: "bob@example.com", phone: "+79161234567" });
  const personId = bob.ok ? bob.person.id : 0;
  expect(await save({ personId, fullName: "Bob" })).toMatchObject({ reason: "address_taken", detail: "Ann" });
  expect(await save({ fullName: "Nobody", email: "" })).toEqual({ ok: false, reason: "address_missing" });
  expect((await listPeople(firm.manager, { only: "organisers" })).people).toMatchObject([
    { fullName: "Ann" },
  ]);
  expect((await listPeople(firm.manager, { search: "916123" })).people).toMatchObject([{ fullName: "Bob" }]);
  const results = await Promise.allSettled([1, 2].map(() => removePerson(firm.director, { personId })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("an organiser of the bot manages as long as they are one, an invitee sees and answers their own", async () => {
  const boss = await makePerson(firm, "Boss", { isOrganiser: true });
  const ann = await makePerson(firm, "Ann");
  const made = await createMeeting(boss.organiser, {
    clientId: randomUUID(),
    topic: "Mine",
    startsAt: inMinutes(60),
    timeZone: "UTC",
  });
  if (!made.ok) throw new Error(made.reason);
  expect(made.meeting.organiser?.id).toBe(boss.personId);
  const bossId = await invite(firm, made.meeting.id, boss.personId);
  const annId = await invite(firm, made.meeting.id, ann.personId);
  expect(await meetingsOf(ann.invitee)).toMatchObject([
    { meeting: { topic: "Mine" }, invitee: { id: annId, attendance: null } },
  ]);
  await expect(recordAttendance(ann.invitee, { inviteeId: bossId, attendance: "no" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(
    createMeeting(ann.organiser, {
      clientId: randomUUID(),
      topic: "Not mine",
      startsAt: inMinutes(60),
      timeZone: "UTC",
    }),
  ).rejects.toMatchObject({ reason: "not_organiser" });
  await db.meetingPerson.update({ where: { id: boss.personId }, data: { isOrganiser: false } });
  await expect(cancelMeeting(boss.organiser, { meetingId: made.meeting.id })).rejects.toMatchObject({
    reason: "not_organiser",
  });
});

test("an invitee is corrected, and taken off the list once", async () => {
  const { id: meetingId } = await plan(firm);
  const [ann, bob] = [
    await makePerson(firm, "Ann", { email: "ann@example.com" }),
    await makePerson(firm, "Bob"),
  ];
  const inviteeId = await invite(firm, meetingId, ann.personId);
  await invite(firm, meetingId, bob.personId);
  expect(await addInvitee(firm.director, { meetingId, person: { personId: ann.personId } })).toEqual({
    ok: false,
    reason: "already_invited",
  });
  const changed = await changeInvitee(firm.director, {
    inviteeId,
    person: { fullName: "Anna" },
    permanent: true,
  });
  expect(changed).toMatchObject({ invitee: { person: { fullName: "Anna", isPermanent: true } } });
  const results = await Promise.allSettled([1, 2].map(() => removeInvitee(firm.director, { inviteeId })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await listInvitees(firm.manager, { meetingId })).total).toBe(1);
});

// How soon is measured by `npm run bench -- --meetings`.
test("five hundred who answer at once are each recorded once, and counted", async () => {
  const meeting = await plan(firm);
  const size = 500;
  const numbers = Array.from({ length: size }, (_, index) => index);
  const lines = numbers.map((index) => `Person ${index} | p${index}@example.com`).join("\n");
  expect(await addInviteeList(firm.director, { meetingId: meeting.id, lines })).toMatchObject({
    added: size,
  });
  const invitees = await db.invitee.findMany({ where: { meetingId: meeting.id } });
  const { workspaceId, resourceId } = firm;
  // Far worse than a minute's worth: a burst, as many at once as the bots' lanes run.
  const queue = [...invitees];
  const answerNext = async (): Promise<void> => {
    for (let invitee = queue.pop(); invitee; invitee = queue.pop()) {
      const { id: inviteeId, personId } = invitee;
      const actor = { kind: "invitee", workspaceId, resourceId, personId } as const;
      const attendance = inviteeId % 2 === 0 ? "yes" : "sick";
      expect(await recordAttendance(actor, { inviteeId, attendance })).toMatchObject({ ok: true });
    }
  };
  await Promise.all(Array.from({ length: 10 }, answerNext));
  const { counts } = await getMeeting(firm.manager, { meetingId: meeting.id });
  expect(counts).toMatchObject({ yes: size / 2, sick: size / 2, unanswered: 0, total: size });
  expect(await db.absence.count()).toBe(size / 2);
});

test("who is removed as a contact is forgotten as an invitee too, by name and answer", async () => {
  const ann = await makePerson(firm, "Annabel", { email: "annabel@example.com" });
  const meeting = await plan(firm);
  const inviteeId = await invite(firm, meeting.id, ann.personId);
  await recordAttendance(ann.invitee, { inviteeId, attendance: "vacation" });
  const { id: contactId } = await db.contact.findFirstOrThrow({ where: { firstName: "Annabel" } });
  const owner = await join(firm.workspaceId, "Olga", "owner");
  expect(await deleteContact(owner, { contactId, confirm: "Annabel" })).toEqual({ ok: true });
  expect(await db.absence.count()).toBe(0);
  expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain("Annabel");
  expect(await getMeeting(firm.manager, { meetingId: meeting.id })).toMatchObject({ counts: { total: 0 } });
});

test("who has written to the bot already is reached by it once they are invited by their address", async () => {
  const { id: meetingId } = await plan(firm);
  const wrote = async (of: MeetingFirm, signs: { email?: string; phone?: string }) => {
    const { workspaceId, resourceId } = of;
    const externalId = randomUUID();
    const place = { workspaceId, resourceId, externalId, type: "private" as const };
    const contact = await db.contact.create({
      data: {
        workspaceId,
        provider: "kchat",
        externalId,
        firstName: "Ann",
        ...signs,
        chats: { create: place },
      },
    });
    return contact.id;
  };
  const ann = await wrote(firm, { email: "ann@example.com", phone: "+79161234567" });
  const bob = await wrote(firm, { phone: "+79160000000" });
  await wrote(other, { email: "eve@example.com" });
  const added = await addInvitee(firm.director, {
    meetingId,
    person: { fullName: "Ann A", email: "Ann@example.com", phone: "" },
  });
  expect(added).toMatchObject({ ok: true, invitee: { person: { reach: "bot" } } });
  const lines = "Ann B | | 8 916 123-45-67\nBob B | bob@example.com | 8 916 000-00-00\nEve | eve@example.com";
  await addInviteeList(firm.director, { meetingId, lines });
  const people = await db.meetingPerson.findMany({ where: { workspaceId: firm.workspaceId } });
  const contactOf = Object.fromEntries(people.map(({ fullName, contactId }) => [fullName, contactId]));
  expect(contactOf).toMatchObject({ "Ann A": ann, "Ann B": null, "Bob B": bob, Eve: null });
});
