import type { Message, Update, User } from "grammy/types";
import { beforeEach, expect, it } from "vitest";
import { processUpdates } from "@/bots/process-updates";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { recordChatMoved } from "@/server/domain/resources/record-chat-moved";
import { db } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";
import { laneOf } from "@/server/providers/telegram/lane-of";

const token = `7000000009:${"a".repeat(35)}`;
const group = { id: -1007000000100, title: "Managers", type: "supergroup" as const, is_forum: true as const };
const threadId = 57;
const owner = person(8100000001, "Olga");
const ana = person(8100000002, "Ana");
const stranger = person(8100000009, "Viktor");
const anonymous: User = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };

let workspaceId: number;
let resourceId: number;
let conversationId: number;
let next = 1000;

function person(id: number, first_name: string): User {
  return { id, is_bot: false, first_name, language_code: "en" };
}

beforeEach(async () => {
  await db.workspace.deleteMany();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, {
    token,
    username: "sava_bot",
    managerGroupIds: [group.id],
    adminIds: [owner.id],
  });
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: "8200000001", firstName: "James" },
  });
  const place = { workspaceId, resourceId };
  const forum = await db.chat.create({
    data: { ...place, externalId: String(group.id), type: "supergroup", isForum: true },
  });
  await db.chat.create({
    data: { ...place, externalId: "8200000001", type: "private", contactId: contact.id },
  });
  const conversation = await db.conversation.create({
    data: { ...place, contactId: contact.id, state: "waiting", language: "en" },
  });
  conversationId = conversation.id;
  await db.topic.create({
    data: { conversationId, chatId: forum.id, externalId: String(threadId), state: "open", name: "James" },
  });
});

/** Stores and processes updates as the worker does; returns what the bot now has to say. */
async function receive(...updates: object[]): Promise<string[]> {
  const before = await db.delivery.aggregate({ _max: { id: true } });
  const raw = updates.map((update) => ({ update_id: next++, ...update }) as Update);
  await receiveUpdates(
    resourceId,
    raw.map((update) => ({ externalId: String(update.update_id), lane: laneOf(update), payload: update })),
  );
  for (const lane of new Set(raw.map(laneOf))) await processUpdates({ resourceId, lane });
  const said = await db.delivery.findMany({
    where: { id: { gt: before._max.id ?? 0 } },
    orderBy: { id: "asc" },
  });
  return said
    .map(({ act }) => act as OutgoingAct)
    .flatMap((act) => (act.type === "message" ? [act.message.text] : []));
}

const says = (from: User, text: string, rest: object = {}) => ({
  message: { message_id: next++, date: 1760000000, chat: group, from, text, ...rest } as Message,
});
const topic = { is_topic_message: true, message_thread_id: threadId };
const inPrivate = (from: User, text: string) =>
  says(from, text, { chat: { id: from.id, type: "private", first_name: from.first_name } });
const roleOf = async (who: User) =>
  (await db.contact.findFirst({ where: { workspaceId, externalId: String(who.id) } }))?.role;
const conversation = () =>
  db.conversation.findUniqueOrThrow({ where: { id: conversationId }, include: { messages: true } });

it("lets admins name and remove managers, in the group and in private", async () => {
  expect(await receive(says(owner, `/addmanager ${ana.id} Ana`, topic))).toEqual(["Ana is a manager now."]);
  expect(await roleOf(owner)).toBe("admin");
  expect(await roleOf(ana)).toBe("manager");
  expect(await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`))).toEqual([
    "Ana is on the list already.",
  ]);
  expect((await receive(inPrivate(owner, "/managers")))[0]).toMatch(/Olga — admin .*\n.*Ana — manager/);
  expect(await receive(inPrivate(owner, `/removemanager ${ana.id}`))).toEqual([
    `${ana.id} is no longer a manager.`,
  ]);
  expect(await roleOf(ana)).toBe("client");
  expect(await receive(inPrivate(owner, `/removemanager ${ana.id}`))).toEqual([
    "There is no manager with this number.",
  ]);
});

it.each(["/addmanager", "/addmanager Ana", "/addmanager 12", "/addmanager 8100000002", "/removemanager Ana"])(
  "explains how %s is used",
  async (text) => {
    expect((await receive(inPrivate(owner, text)))[0]).toMatch(/^Write it like this: /);
  },
);

it("keeps roles from managers and strangers", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  expect(await receive(says(ana, `/addmanager ${stranger.id} Viktor`))).toEqual(["Only admins may do this."]);
  await receive(inPrivate(stranger, `/addmanager ${stranger.id} Viktor`));
  expect(await roleOf(stranger)).toBe("client");
});

it("hints a stranger once and lets nothing of theirs through", async () => {
  const [hint, ...more] = await receive(
    says(stranger, "Hello, I am from another firm", topic),
    says(stranger, "/close", topic),
    says(stranger, "Anyone?"),
  );
  expect(hint).toContain(`/addmanager ${stranger.id} Viktor`);
  expect(more).toEqual([]);
  expect(await conversation()).toMatchObject({ state: "waiting", messages: [] });
});

it("tells an anonymous admin that it cannot know them: once a topic, and at every command", async () => {
  const asGroup = { sender_chat: group };
  const said = await receive(
    says(anonymous, "Hello", { ...topic, ...asGroup }),
    says(anonymous, "Hello?", { ...topic, ...asGroup }),
    says(anonymous, "/close", { ...topic, ...asGroup }),
    {
      message: {
        message_id: next++,
        date: 1,
        chat: group,
        from: anonymous,
        ...topic,
        ...asGroup,
        forum_topic_closed: {},
      },
    },
  );
  expect(said.length).toBe(2);
  expect(said[0]).toContain("anonymous admin");
  expect((await conversation()).state).toBe("waiting");
});

it("brings managers' words to the customer, and never their commands, mistyped or for other bots", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  expect(await receive(says(ana, "Good morning, James!", topic))).toEqual(["Good morning, James!"]);
  expect((await receive(says(ana, "/clsoe", topic)))[0]).toMatch(/do not know this command/);
  expect(await receive(says(ana, "/stats@other_bot", topic))).toEqual([]);
  expect(await receive(says(ana, "Lunch?"))).toEqual([]);
  expect(await receive(says(ana, "/note@sava_bot waits for the papers", topic))).toEqual([
    "Note kept. The customer does not see it.",
  ]);
  expect(await receive(says(ana, "/close"))).toEqual(["This works inside a customer's topic."]);
  const { state, messages } = await conversation();
  expect(state).toBe("manager");
  expect(messages.map(({ kind, text }) => [kind, text])).toEqual([
    ["text", "Good morning, James!"],
    ["note", "waits for the papers"],
  ]);
});

it("closes by command, by button, and when a manager closes the topic by hand", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  const reopen = () =>
    db.conversation.update({ where: { id: conversationId }, data: { state: "waiting", closedAt: null } });
  const closings = [
    says(ana, "/close", topic),
    { message: { message_id: next++, date: 1, chat: group, from: ana, ...topic, forum_topic_closed: {} } },
  ];
  for (const closing of closings) {
    await reopen();
    await receive(closing);
    expect((await conversation()).state).toBe("closed");
  }
  expect(await receive(says(ana, "One more thing", topic))).toEqual([
    "This conversation is closed. The customer's next message opens a new one.",
  ]);
});

it("takes effect once when an update is handled twice", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  await receive(says(ana, "Good morning!", topic));
  const last = await db.inboundUpdate.findFirstOrThrow({ orderBy: { id: "desc" } });
  const { lane } = last;
  const again = { externalId: last.externalId, lane, payload: last.payload as object };
  expect(await receiveUpdates(resourceId, [again, again])).toBe(0);
  await db.inboundUpdate.update({ where: { id: last.id }, data: { processedAt: null } });
  await processUpdates({ resourceId, lane });
  expect((await conversation()).messages.length).toBe(1);
});

it("keeps an update that fails three times with its error, and the lane goes on", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  const { id: topicId, chatId } = await db.topic.findFirstOrThrow({ where: { conversationId } });
  const { id: opening } = await db.topic.create({ data: { conversationId, chatId, name: "James" } });
  const newTopic = { is_topic_message: true, message_thread_id: 58 };
  await expect(receive(says(ana, "Too early", newTopic), says(ana, "After it", newTopic))).rejects.toThrow();
  const lane = `${group.id}/58`;
  await expect(processUpdates({ resourceId, lane })).rejects.toThrow();
  expect((await conversation()).messages).toEqual([]);
  // Given up; the next one waits for the topic as well.
  await expect(processUpdates({ resourceId, lane })).rejects.toThrow();
  await db.topic.delete({ where: { id: topicId } });
  await db.topic.update({ where: { id: opening }, data: { externalId: "58", state: "open" } });
  await processUpdates({ resourceId, lane });
  expect((await conversation()).messages.map(({ text }) => text)).toEqual(["After it"]);
  const kept = await db.inboundUpdate.findMany({ where: { lane, error: { not: null } } });
  expect(kept).toMatchObject([{ attempts: 3, processedAt: expect.any(Date) }]);
});

it("keeps a malformed update with its error and passes it over", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  const malformed = {
    message: { message_id: next++, chat: group, from: { id: ana.id }, text: "x", ...topic },
  };
  await receive(malformed, says(ana, "After it", topic));
  expect((await conversation()).messages.map(({ text }) => text)).toEqual(["After it"]);
  const kept = await db.inboundUpdate.findMany({ where: { error: { not: null } } });
  expect(kept).toMatchObject([
    { error: "malformed: message.from.first_name", processedAt: expect.any(Date) },
  ]);
});

it("keeps the number alone of an update that is nested too deep to be stored, and takes the rest in", async () => {
  await receive(inPrivate(owner, `/addmanager ${ana.id} Ana`));
  const deep: unknown = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
  await receive(says(ana, "Too deep", { ...topic, entities: deep }), says(ana, "After it", topic));
  expect((await conversation()).messages.map(({ text }) => text)).toEqual(["After it"]);
  const kept = await db.inboundUpdate.findMany({ where: { error: { not: null } } });
  expect(kept).toMatchObject([
    { payload: {}, error: "malformed: nested too deep", processedAt: expect.any(Date) },
  ]);
});

it("remembers who blocked the bot, until they write again", async () => {
  const blockedAt = async () =>
    (await db.contact.findFirst({ where: { externalId: String(stranger.id) } }))?.blockedAt ?? null;
  const member = (status: string) => ({
    my_chat_member: {
      chat: { id: stranger.id, type: "private", first_name: "Viktor" },
      from: stranger,
      date: 1,
      old_chat_member: { status: "member", user: anonymous },
      new_chat_member: { status, user: anonymous, until_date: 0 },
    },
  });
  await receive(inPrivate(stranger, "/start"), member("kicked"));
  expect(await blockedAt()).toBeInstanceOf(Date);
  await receive(member("member"));
  expect(await blockedAt()).toBeNull();
  await receive(member("kicked"), inPrivate(stranger, "/help"));
  expect(await blockedAt()).toBeNull();
});

it("follows a group that became a supergroup, however often it is told", async () => {
  const newId = -1007000000200;
  await receive({
    message: { message_id: next++, date: 1, chat: group, from: owner, migrate_to_chat_id: newId },
  });
  const stale = await db.chat.findFirstOrThrow({ where: { externalId: String(newId) } });
  await recordChatMoved({ ...stale, externalId: String(group.id) }, String(newId));
  const late = await db.chat.create({
    data: { workspaceId, resourceId, externalId: String(group.id), type: "group" },
  });
  await recordChatMoved(late, String(newId));
  const chats = await db.chat.findMany({ where: { type: { not: "private" } }, include: { topics: true } });
  expect(chats).toMatchObject([{ externalId: String(newId), topics: [{ conversationId }] }]);
  const { settings } = await db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  expect(settings).toMatchObject({ managerGroupIds: [String(newId)], adminIds: [String(owner.id)] });
});
