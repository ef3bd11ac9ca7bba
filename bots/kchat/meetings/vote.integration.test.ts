import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { until } from "@/scripts/testing/until";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { db } from "@/server/lib/db";
import { type MeetingTalk, startMeetingTalk } from "./testing/meeting-talk";

let talk: MeetingTalk;

beforeAll(async () => {
  talk = await startMeetingTalk();
});
afterAll(() => talk.close());

it("keeps every answer once while its stream is cut in the middle of a vote and events come twice", async () => {
  const owner = await makeMember(talk.workspaceId);
  const made = await createMeeting(owner, {
    clientId: randomUUID(),
    topic: "Ретро",
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: "Europe/Moscow",
  });
  if (!made.ok) throw new Error(made.reason);
  const meetingId = made.meeting.id;
  const voters = await Promise.all([1, 2, 3].map(() => talk.person({ lastName: "Волков" })));
  const lines = voters.map(({ user }) => `Волков | ${user.email}`).join("\n");
  await addInviteeList(owner, { meetingId, lines });
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
