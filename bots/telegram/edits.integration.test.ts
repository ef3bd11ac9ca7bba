import type { Message, Update, User } from "grammy/types";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { processUpdates } from "@/bots/process-updates";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { editCustomerMessage } from "@/server/domain/conversations/edit-customer-message";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { laneOf } from "@/server/providers/telegram/lane-of";
import { realtime } from "@/server/realtime/realtime";

// An album that was stored just now is whole already.
vi.spyOn(clock, "now").mockImplementation(() => new Date(Date.now() + 2000));
afterAll(() => realtime.stop());

const token = `7000000077:${"a".repeat(35)}`;
const group = { id: -1007000000177, title: "Managers", type: "supergroup" as const, is_forum: true as const };
const threadId = 57;
const ana: User = { id: 8100000072, is_bot: false, first_name: "Ana", language_code: "en" };
const james: User = { id: 8200000071, is_bot: false, first_name: "James", language_code: "en" };
const sentAt = 1_790_000_000;

let workspaceId: number;
let resourceId: number;
let contactId: number;
let conversationId: number;
let next = 1000;

beforeEach(async () => {
  await db.workspace.deleteMany();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { token, username: "edit_bot", managerGroupIds: [group.id] });
  const place = { workspaceId, resourceId };
  await db.contact.create({
    data: {
      workspaceId,
      provider: "telegram",
      externalId: String(ana.id),
      firstName: "Ana",
      role: "manager",
    },
  });
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: String(james.id), firstName: "James" },
  });
  contactId = contact.id;
  const forum = await db.chat.create({
    data: { ...place, externalId: String(group.id), type: "supergroup", isForum: true },
  });
  await db.chat.create({ data: { ...place, externalId: String(james.id), type: "private", contactId } });
  const conversation = await db.conversation.create({
    data: { ...place, contactId, state: "manager", language: "en" },
  });
  conversationId = conversation.id;
  await db.topic.create({
    data: { conversationId, chatId: forum.id, externalId: String(threadId), state: "open", name: "James" },
  });
});

/** Stores and processes updates as the worker does. */
async function receive(...updates: object[]): Promise<void> {
  const raw = updates.map((update) => ({ update_id: next++, ...update }) as Update);
  await receiveUpdates(
    resourceId,
    raw.map((update) => ({ externalId: String(update.update_id), lane: laneOf(update), payload: update })),
  );
  for (const lane of new Set(raw.map(laneOf))) await processUpdates({ resourceId, lane });
}

const inTopic = (content: object): Message =>
  ({
    message_id: next++,
    date: sentAt,
    chat: group,
    from: ana,
    is_topic_message: true,
    message_thread_id: threadId,
    ...content,
  }) as Message;
const inPrivate = (content: object): Message =>
  ({
    message_id: next++,
    date: sentAt,
    chat: { id: james.id, type: "private", first_name: "James" },
    from: james,
    ...content,
  }) as Message;
const photo = (size: number) => [
  { file_id: `p${size}`, file_unique_id: `u${size}`, width: 9, height: 9, file_size: size },
];
const edited = (message: Message, content: object, after = 60) => ({
  edited_message: { ...message, ...content, edit_date: sentAt + after },
});
const messages = () =>
  db.message.findMany({
    where: { conversationId, author: { in: ["customer", "manager"] } },
    orderBy: { seq: "asc" },
    include: { attachments: true, links: true },
  });
const texts = async () => (await messages()).map(({ text }) => text);

const people = [
  ["a manager", inTopic],
  ["a customer", inPrivate],
] as const;

it.each(people)("keeps the other captions of an album when %s edits one", async (_who, say) => {
  const bold = [{ type: "bold", offset: 0, length: 5 }];
  const one = say({
    media_group_id: "1",
    photo: photo(1),
    caption: "front view, price 100 EUR",
    caption_entities: bold,
  });
  const two = say({
    media_group_id: "1",
    photo: photo(2),
    caption: "rear view, deposit 200 EUR",
    caption_entities: [{ ...bold[0], length: 4 }],
  });
  const three = say({ media_group_id: "1", photo: photo(3) });
  // Telegram's order, whichever came first.
  await receive({ message: two }, { message: one }, { message: three });
  expect(await texts()).toEqual(["front view, price 100 EUR\n\nrear view, deposit 200 EUR"]);
  await receive(edited(one, { caption: "Front: 120 EUR", caption_entities: bold }));
  expect((await messages())[0]).toMatchObject({
    text: "Front: 120 EUR\n\nrear view, deposit 200 EUR",
    entities: [
      { type: "bold", offset: 0, length: 5 },
      { type: "bold", offset: 16, length: 4 },
    ],
  });
  await receive(edited(three, { caption: "the inside" }));
  await receive(edited(two, { caption: undefined, caption_entities: undefined }));
  expect(await messages()).toMatchObject([
    { text: "Front: 120 EUR\n\nthe inside", entities: bold, attachments: [{}, {}, {}] },
  ]);
  await receive(edited(one, { caption: undefined }), edited(three, { caption: undefined }));
  expect(await texts()).toEqual([""]);
});

it("loses nothing of an album whose text was edited as a whole in the Mini App", async () => {
  const one = inPrivate({ media_group_id: "1", photo: photo(1), caption: "front" });
  const two = inPrivate({ media_group_id: "1", photo: photo(2), caption: "rear" });
  await receive({ message: one }, { message: two });
  const [album] = await messages();
  const actor = { kind: "customer" as const, workspaceId, resourceId, contactId };
  await editCustomerMessage(actor, { messageId: album?.id ?? 0, text: "Both sides" });
  await receive(edited(two, { caption: "the rear" }));
  expect(await texts()).toEqual(["Both sides\n\nthe rear"]);
  await receive(edited(one, { caption: "the front" }));
  expect(await texts()).toEqual(["the front\n\nthe rear"]);
});

it.each(people)("takes the newest of the edits of %s, in whatever order they come", async (_who, say) => {
  const message = say({ text: "first" });
  await receive({ message });
  await receive(edited(message, { text: "third" }, 20), edited(message, { text: "second" }, 10));
  expect(await texts()).toEqual(["third"]);
  // Telegram counts in seconds: of one second the one that comes last counts.
  await receive(edited(message, { text: "fourth" }, 20));
  expect(await texts()).toEqual(["fourth"]);
});

it.each(people)("takes an edit of %s that overtakes its message in as the message", async (_who, say) => {
  const message = say({ text: "price 100 EUR" });
  await receive(edited(message, { text: "price 120 EUR" }, 20), { message });
  await receive(edited(message, { text: "price 110 EUR" }, 10));
  expect(await messages()).toMatchObject([
    { text: "price 120 EUR", links: [{ externalId: String(message.message_id) }] },
  ]);
  const picture = say({ photo: photo(5), caption: "front" });
  await receive(edited(picture, { caption: "the front" }), { message: picture });
  expect(await texts()).toEqual(["price 120 EUR", "the front"]);
});

it.each(people)("takes an old message of %s in by no edit", async (_who, say) => {
  await receive(edited(say({ text: "last year" }), { text: "Last year" }, 601));
  await receive({ edited_message: { ...say({ text: "no date" }), date: undefined } });
  expect(await texts()).toEqual([]);
});

it("takes nothing in that says nothing to the customer", async () => {
  const general = inTopic({ text: "Lunch?", is_topic_message: undefined, message_thread_id: undefined });
  const stranger = inTopic({ text: "Hi", from: { ...ana, id: 8100000079 } });
  const note = inTopic({ text: "/note rude" });
  await receive({ message: note });
  await receive(edited(note, { text: "/note very rude" }), edited(note, { text: "very rude" }));
  await receive(edited(general, { text: "Dinner?" }), edited(stranger, { text: "Hello" }));
  await receive(edited(inTopic({ text: "/close" }), { text: "/close now" }));
  expect(await messages()).toMatchObject([{ kind: "note", text: "rude" }]);
});
