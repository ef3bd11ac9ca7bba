import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { handleMeetingMessage } from "@/bots/kchat/meetings/handle-meeting-message";
import { makeMember } from "@/scripts/testing/make-member";
import { until } from "@/scripts/testing/until";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { saveText } from "@/server/domain/meetings/texts/save-text";
import { db } from "@/server/lib/db";
import { kchatSettings } from "@/server/providers/kchat/schema";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

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
  expect((await conversations()).map(({ text }) => text)).not.toContain("/участие");
});

it("takes commands, buttons and an open dialogue of an invitee for meetings, and the rest for the conversation", async () => {
  await ivan.say("участие", /Планируете ли вы/);
  await ivan.say("как получится", /Не понял ответ/);
  await ivan.press("✅ Да", /Ответ записан/);
  await ivan.say("Какой залог за эконом-класс?", /150 евро/);
  const said = (await conversations()).map(({ text }) => text);
  expect(said).not.toContain("как получится");
});

it("does the same event once, whoever handles it and how often", async () => {
  const { resourceId } = talk;
  const resource = await db.resource.findUniqueOrThrow({
    where: { id: resourceId },
    include: { workspace: true },
  });
  const contact = await db.contact.findFirstOrThrow({ where: { externalId: ivan.user.id } });
  const chat = await db.chat.findFirstOrThrow({ where: { resourceId, contactId: contact.id } });
  const context = { resource, settings: kchatSettings.parse(resource.settings), updateKey: "u0:twice" };
  const incoming = { contact, chat, text: "/участие", pressed: null, messageId: "1" };
  const handled = await Promise.all([1, 2, 3].map(() => handleMeetingMessage(context, incoming)));
  expect(handled).toEqual([true, true, true]);
  expect(await db.delivery.count({ where: { dedupeKey: { startsWith: "turn:u0:twice:" } } })).toBe(1);
});
