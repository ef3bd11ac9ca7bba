import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { until } from "@/scripts/testing/until";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { db } from "@/server/lib/db";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

let talk: MeetingTalk;

beforeAll(async () => {
  talk = await startMeetingTalk();
});
afterAll(() => talk.close());

/** A meeting of tomorrow; whoever is given is invited by e-mail. */
async function planned(...people: TalkPerson[]): Promise<number> {
  const owner = await makeMember(talk.workspaceId);
  const made = await createMeeting(owner, {
    clientId: randomUUID(),
    topic: "Ретро",
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: "Europe/Moscow",
  });
  if (!made.ok) throw new Error(made.reason);
  const lines = people.map(({ user }) => `Волков | ${user.email}`).join("\n");
  await addInviteeList(owner, { meetingId: made.meeting.id, lines });
  return made.meeting.id;
}

it("keeps every answer once while its stream is cut in the middle of a vote and events come twice", async () => {
  const voters = await Promise.all([1, 2, 3].map(() => talk.person({ lastName: "Волков" })));
  const meetingId = await planned(...voters);
  for (const voter of voters) await voter.say("/участие", /Планируете ли вы/);
  // The stream breaks after the first of these; what KChat tells meanwhile has to be fetched.
  await talk.scene.stream(talk.bot, { cutAfter: 2, double: 1, refuse: 1 });
  for (const [index, { chat }] of voters.entries()) await chat.press(index % 2 ? "❌ Нет" : "✅ Да");
  const answered = () =>
    db.invitee.findMany({ where: { meetingId, attendance: { not: null } }, orderBy: { id: "asc" } });
  await until("all answers", async () => (await answered()).length === voters.length, 30_000);
  expect((await answered()).map(({ attendance }) => attendance)).toEqual(["yes", "no", "yes"]);
  for (const { chat } of voters)
    await until("a confirmation", async () => {
      await talk.unpaced();
      return chat.find(/Ответ записан/);
    });
  for (const { chat } of voters)
    expect((await chat.heard()).filter(({ message }) => /Ответ записан/.test(message))).toHaveLength(1);
}, 60_000);

it("recognises an invitee by e-mail though KChat could not name them at first", async () => {
  const voter = await talk.person({ lastName: "Волков" });
  await planned(voter);
  await talk.scene.fault({ method: "getUser", status: 504, times: 1 });
  await voter.say("/участие", /пока не сообщил мне, кто вы/);
  await voter.say("/участие", /Планируете ли вы/);
});

it("loses no answer when its stream breaks again before KChat told what was missed at first", async () => {
  const voter = await talk.person({ lastName: "Волков" });
  const meetingId = await planned(voter);
  await voter.say("/участие", /Планируете ли вы/);
  await talk.scene.stream(talk.bot, { cut: true, refuse: 1 });
  await until("the stream is cut", async () => !(await talk.scene.connected(talk.bot)));
  await voter.chat.press("❌ Нет");
  await talk.scene.fault({ method: "getAllUnreadMessages", status: 504, times: 20 });
  await talk.listens();
  // What is new does not wait for the missed any longer, and is answered.
  await voter.chat.say("/помощь");
  await until("the answer to what is new", () => voter.chat.find(/Что я умею/), 30_000);
  // Nobody hears when the listener knows that answer to be the chat's newest message.
  await sleep(500);
  await talk.scene.clearFaults();
  await talk.scene.stream(talk.bot, { cut: true });
  const answer = () => db.invitee.findFirst({ where: { meetingId, attendance: "no" } });
  await until("the answer from before the second break", answer, 70_000);
}, 120_000);

it("takes an answer that was pressed in time and is heard after the deadline only, and none that was not", async () => {
  const [prompt, late] = [
    await talk.person({ lastName: "Волков" }),
    await talk.person({ lastName: "Волков" }),
  ];
  const meetingId = await planned(prompt, late);
  for (const voter of [prompt, late]) await voter.say("/участие", /Планируете ли вы/);
  await talk.stop();
  await prompt.chat.press("✅ Да");
  await sleep(20);
  await db.meeting.update({ where: { id: meetingId }, data: { answersUntil: new Date() } });
  await sleep(20);
  await late.chat.press("✅ Да");
  await talk.start();
  await until("the answer in time", () => prompt.chat.find(/Ответ записан/), 30_000);
  await until("the late one's refusal", () => late.chat.find(/больше не принимаются/), 30_000);
  const answers = await db.invitee.findMany({ where: { meetingId }, orderBy: { id: "asc" } });
  expect(answers.map(({ attendance }) => attendance)).toEqual(["yes", null]);
}, 90_000);
