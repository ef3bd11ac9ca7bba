import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { handleMeetingMessage } from "@/bots/kchat/meetings/handle-meeting-message";
import { makeMember } from "@/scripts/testing/make-member";
import { until } from "@/scripts/testing/until";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { saveText } from "@/server/domain/meetings/texts/save-text";
import { db } from "@/server/lib/db";
import { kchatSettings } from "@/server/providers/kchat/schema";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

vi.setConfig({ testTimeout: 60_000 });

let talk: MeetingTalk;
let ivan: TalkPerson;

beforeAll(async () => {
  talk = await startMeetingTalk({ serves: "both" });
  ivan = await talk.person({ lastName: "Волков" });
  const owner = await makeMember(talk.workspaceId);
  const made = await createMeeting(owner, {
    clientId: randomUUID(),
    topic: "Планёрка",
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: "Europe/Moscow",
  });
  if (!made.ok) throw new Error(made.reason);
  const person = { fullName: "Волков", email: ivan.user.email ?? "", phone: "" };
  await addInvitee(owner, { meetingId: made.meeting.id, person });
  await saveText(owner, { key: "not_allowed", text: "Вас нет в списке, {fio}." });
});
afterAll(() => talk.close());

const conversations = () =>
  db.message.findMany({ where: { workspaceId: talk.workspaceId, author: "customer" } });

it("leaves a customer's words to the conversation, also where they sound like commands", async () => {
  const customer = await talk.person({ lastName: "Гость" });
  await customer.say("/start", /./);
  await customer.say("Какой залог за эконом-класс?", /150 евро/);
  await customer.chat.say("участие");
  await until("the word is the customer's", async () =>
    (await conversations()).some(({ text }) => text === "участие"),
  );
  expect(await customer.chat.find(/Вас нет/)).toBeUndefined();
  await customer.say("/участие", /^Вас нет в списке, Гость Иван Сергеевич\.$/);
  await customer.say("/пропустить", /^Вас нет в списке/);
  const said = (await conversations()).map(({ text }) => text);
  expect(said.filter((text) => text.startsWith("/"))).toEqual([]);
});

it("takes commands, buttons and an open dialogue of an invitee for meetings, and the rest for the conversation", async () => {
  await ivan.say("участие", /Планируете ли вы/);
  await ivan.say("как получится", /Не понял ответ/);
  await ivan.press("✅ Да", /Ответ записан/);
  await ivan.say("Какой залог за эконом-класс?", /150 евро/);
  const said = (await conversations()).map(({ text }) => text);
  expect(said).not.toContain("как получится");
});

/** What a person writes, as the listener hands it over. */
async function eventOf(user: { id: string }, updateKey: string, text: string) {
  const { resourceId } = talk;
  const resource = await db.resource.findUniqueOrThrow({
    where: { id: resourceId },
    include: { workspace: true },
  });
  const contact = await db.contact.findFirstOrThrow({ where: { externalId: user.id } });
  const chat = await db.chat.findFirstOrThrow({ where: { resourceId, contactId: contact.id } });
  const context = { resource, settings: kchatSettings.parse(resource.settings), updateKey };
  return { context, incoming: { contact, chat, text, pressed: null, messageId: "1" } };
}
const repliesTo = (updateKey: string) =>
  db.delivery.findMany({ where: { dedupeKey: { contains: `:${updateKey}` } } });

it("does the same event once, whoever handles it and how often", async () => {
  const { context, incoming } = await eventOf(ivan.user, "u0:twice", "/участие");
  const handled = await Promise.all([1, 2, 3].map(() => handleMeetingMessage(context, incoming)));
  expect(handled).toEqual([true, true, true]);
  expect(await repliesTo("u0:twice")).toHaveLength(1);
});

it("asks somebody to write again whom KChat does not name yet, instead of turning them away", async () => {
  const stranger = await talk.person();
  await stranger.say("/участие", /Вас нет в списке/);
  await db.meetingPerson.deleteMany({ where: { contact: { externalId: stranger.user.id } } });
  await db.contact.updateMany({
    where: { externalId: stranger.user.id },
    data: { firstName: "", email: null, phone: null },
  });
  const { context, incoming } = await eventOf(stranger.user, "u0:unknown", "/участие");
  expect(await handleMeetingMessage(context, incoming)).toBe(true);
  expect(await handleMeetingMessage(context, { ...incoming, text: "привет" })).toBe(false);
  const [reply] = await repliesTo("u0:unknown");
  expect(JSON.stringify(reply?.act)).toContain("пока не сообщил мне, кто вы");
  expect(await db.meetingPerson.count({ where: { contactId: incoming.contact.id } })).toBe(0);
});
