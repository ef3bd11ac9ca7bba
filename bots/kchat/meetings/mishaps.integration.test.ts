import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { db } from "@/server/lib/db";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

vi.setConfig({ testTimeout: 60_000 });

let talk: MeetingTalk;
let olga: TalkPerson;
const email = (one: TalkPerson) => one.user.email ?? "";

beforeAll(async () => {
  talk = await startMeetingTalk({ locale: "en" });
  olga = await talk.person({ organises: true, lastName: "Orlova" });
});
afterAll(() => talk.close());

async function untilConfirm(who: TalkPerson, topic: string, lines?: string) {
  await who.say("/create_meeting", /What is the meeting about/);
  await who.say(topic, /When\?/);
  await who.say("tomorrow at 3 pm", /Where do we meet/);
  await who.say("room 3", /Send the link/);
  await who.say("/skip", /agenda/);
  await who.say("Skip", /Does it repeat/);
  await who.say("once", /Who is invited/);
  if (lines) await who.say(lines, /Is everything right/);
  else await who.say("/skip", /Is everything right/);
}

it("goes on where it was after a restart in the middle of a dialogue, in English too", async () => {
  await olga.say("/create_meeting", /step 1 of 9/);
  await olga.say("Retro", /✔️ Topic: Retro[\s\S]*When\?/);
  await talk.restart();
  await olga.say("next friday", /✔️ Date: Fri[\s\S]*At what time/);
  await olga.say("back", /When\?/);
  await olga.say("tomorrow, 9-30", /✔️ Time: 09:30[\s\S]*Where/);
  await olga.say("/cancel", /nothing was saved/);
  expect(await db.meeting.count()).toBe(0);
});

it("keeps two organisers' dialogues apart", async () => {
  const boris = await talk.person({ organises: true, lastName: "Borisov" });
  await Promise.all([untilConfirm(olga, "Hers"), untilConfirm(boris, "His")]);
  expect(await olga.last()).toMatch(/Topic: Hers/);
  expect(await boris.last()).toMatch(/Topic: His/);
  await Promise.all([
    olga.press("✅ Create", /created[\s\S]*Hers/),
    boris.press("✅ Create", /created[\s\S]*His/),
  ]);
  const made = await db.meeting.findMany({ include: { organiser: true }, orderBy: { topic: "asc" } });
  expect(made.map(({ topic, organiser }) => [topic, organiser?.email])).toEqual([
    ["Hers", email(olga)],
    ["His", email(boris)],
  ]);
});

it("makes one meeting of an answer that comes twice, and of one that a crash interrupted", async () => {
  const dasha = await talk.person({ lastName: "Dashina" });
  await untilConfirm(olga, "Doubled", `Dashina | ${email(dasha)}`);
  // The process died after the meeting was made and before that was told.
  const { data } = await db.meetingDialogue.findFirstOrThrow({ where: { person: { email: email(olga) } } });
  const stored = z.object({ values: z.looseObject({ clientId: z.string() }) }).parse(data);
  const person = await db.meetingPerson.findFirstOrThrow({ where: { email: email(olga) } });
  const { workspaceId, resourceId } = talk;
  await createMeeting(
    { kind: "organiser", workspaceId, resourceId, personId: person.id },
    {
      clientId: stored.values.clientId,
      topic: "Doubled",
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      timeZone: "Europe/Moscow",
    },
  );
  await talk.scene.stream(talk.bot, { double: 4 });
  await olga.press("✅ Create", /created[\s\S]*Doubled[\s\S]*Invited: 1/);
  await olga.say("/help", /\/manage/);
  expect(await db.meeting.count({ where: { topic: "Doubled" } })).toBe(1);
  const told = await olga.chat.heard();
  expect(told.filter(({ message }) => message.includes("The meeting is created"))).toHaveLength(2);
});

it("closes a dialogue whose organiser may no longer organise, and shows nothing of another workspace", async () => {
  const other = await db.workspace.create({ data: { name: "Other", locale: "en" } });
  const foreign = await db.meeting.create({
    data: {
      workspaceId: other.id,
      topic: "Secret",
      startsAt: new Date(Date.now() + 3600_000),
      timeZone: "UTC",
      calendarUid: "x",
    },
  });
  const former = await talk.person({ organises: true, lastName: "Former" });
  await former.say("/create_meeting", /What is the meeting about/);
  await former.say("/manage", /coming meeting[\s\S]*/);
  await db.meetingPerson.updateMany({ where: { email: email(former) }, data: { isOrganiser: false } });
  await former.say("Topic", /not on the list of invitees/);
  expect(await db.meetingDialogue.count({ where: { person: { email: email(former) } } })).toBe(0);
  await former.press("✖️ Cancel", /not on the list of invitees/);
  expect(await db.meeting.count({ where: { id: foreign.id, state: "planned" } })).toBe(1);
});

it("speaks to everybody in their language: by their name, and by what they write", async () => {
  const pavel = await talk.person({ firstName: "Павел", lastName: "Орлов" });
  await pavel.say("/meeting", /Вы не найдены/);
  const max = await talk.person({ lastName: "Mustermann" });
  await max.say("/meeting", /not on the list/);
  await max.say("/информация", /Вы не найдены/);
  await max.say("/start", /Вы не найдены/);
});
