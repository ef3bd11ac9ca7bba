import type { Message, Update, User } from "grammy/types";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { processUpdates } from "@/bots/process-updates";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { storeHubMessages } from "@/server/domain/messages/hub/store-hub-messages";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { laneOf } from "@/server/providers/telegram/lane-of";
import { realtime } from "@/server/realtime/realtime";

// An album that was stored just now is whole already.
vi.spyOn(clock, "now").mockImplementation(() => new Date(Date.now() + 2000));
afterAll(() => realtime.stop());

const token = `7000000078:${"a".repeat(35)}`;
const group = { id: -1007000000178, title: "Цветы оптом", type: "supergroup" as const };
const channel = { id: -1007000000179, title: "Новости", type: "channel" as const };
const olga: User = { id: 8200000081, is_bot: false, first_name: "Ольга", username: "olga_flowers" };
const ivan: User = { id: 8200000082, is_bot: false, first_name: "Иван" };
const sentAt = 1_790_000_000;

let workspaceId: number;
let resourceId: number;
let next = 1000;

beforeEach(async () => {
  await db.workspace.deleteMany();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { token, username: "hub_bot" });
});

/** Stores and processes updates as the worker does. */
async function take(...updates: object[]): Promise<void> {
  for (const part of updates) {
    const update = { update_id: ++next, ...part } as Update;
    const lane = laneOf(update);
    await receiveUpdates(resourceId, [{ externalId: String(update.update_id), lane, payload: update }]);
  }
  for (const lane of new Set(updates.map((part) => laneOf(part as Update))))
    await processUpdates({ resourceId, lane });
}
const said = (id: number, from: User, content: object): Message =>
  ({ message_id: id, date: sentAt + id, chat: group, from, ...content }) as Message;
const stored = () =>
  db.hubMessage.findMany({
    where: { workspaceId },
    orderBy: [{ chatId: "asc" }, { sentAt: "asc" }, { id: "asc" }],
    include: { contact: true, chat: true, attachments: true },
  });
const file = (name: string) => ({ file_id: name, file_unique_id: name, file_size: 1000 + name.length });

it("collects messages, replies, albums and service messages of a group with its people", async () => {
  const question = said(1, olga, { text: "Сколько стоят розы?" });
  await take(
    { message: question },
    { message: said(2, ivan, { text: "120 за штуку", reply_to_message: question }) },
    { message: said(3, olga, { media_group_id: "a1", caption: "Вот такие", photo: [file("p1")] }) },
    { message: said(4, olga, { media_group_id: "a1", photo: [file("photo2")] }) },
    { message: said(5, ivan, { new_chat_members: [{ id: 8200000083, is_bot: false, first_name: "Нина" }] }) },
    {
      message: said(6, ivan, {
        text: "Скидка!",
        forward_origin: { type: "hidden_user", date: 1, sender_user_name: "Склад" },
      }),
    },
    { message: said(1, olga, { text: "Сколько стоят розы?" }) },
  );
  const messages = await stored();
  expect(
    messages.map(({ text, type, albumId, isAutomatic }) => ({ text, type, albumId, isAutomatic })),
  ).toEqual([
    { text: "Сколько стоят розы?", type: "text", albumId: null, isAutomatic: false },
    { text: "120 за штуку", type: "text", albumId: null, isAutomatic: false },
    { text: "Вот такие", type: "photo", albumId: "a1", isAutomatic: false },
    { text: "", type: "photo", albumId: "a1", isAutomatic: false },
    { text: expect.stringContaining("Нина"), type: "service", albumId: null, isAutomatic: true },
    { text: "Скидка!", type: "text", albumId: null, isAutomatic: false },
  ]);
  expect(messages[1]?.replyToId).toBe(messages[0]?.id);
  expect(messages[2]).toMatchObject({ hasFile: true, attachments: [{ kind: "photo", state: "fetching" }] });
  expect(messages[5]).toMatchObject({ isForwarded: true, forwardedFrom: "Склад" });
  expect(messages.map(({ needsAnalysis }) => needsAnalysis)).toEqual([true, true, true, false, false, true]);
  const [chat] = await db.chat.findMany({ where: { workspaceId } });
  expect(chat?.lastMessageAt?.getTime()).toBe((sentAt + 6) * 1000);
  const members = await db.chatMember.findMany({ orderBy: { contact: { externalId: "asc" } } });
  expect(members.map(({ firstSeenAt, lastSeenAt }) => [firstSeenAt, lastSeenAt].map(Number))).toEqual([
    [(sentAt + 1) * 1000, (sentAt + 4) * 1000],
    [(sentAt + 2) * 1000, (sentAt + 6) * 1000],
    [(sentAt + 5) * 1000, (sentAt + 5) * 1000],
  ]);
});

it("applies edits by their time, also one that overtakes its message", async () => {
  await take({ message: said(1, olga, { text: "одна роза" }) });
  await take({ edited_message: said(1, olga, { text: "три розы", edit_date: sentAt + 50 }) });
  await take({ edited_message: said(1, olga, { text: "две розы", edit_date: sentAt + 40 }) });
  await take({ edited_message: said(2, olga, { text: "беру", edit_date: sentAt + 60 }) });
  await take({ message: said(2, olga, { text: "беру?" }) });
  // A reply that came before what it answers.
  await take({ message: said(9, ivan, { text: "да", reply_to_message: said(8, olga, { text: "есть?" }) }) });
  await take({ message: said(8, olga, { text: "есть?" }) });
  const messages = await stored();
  expect(messages.map(({ text }) => text)).toEqual(["три розы", "беру", "есть?", "да"]);
  expect(messages[3]?.replyToId).toBe(messages[2]?.id);
});

it("takes channels and anonymous admins for what they are, and leaves alone what it is told to", async () => {
  const post = { message_id: 1, date: sentAt, chat: channel, sender_chat: channel, text: "Новый завоз" };
  await take(
    { channel_post: post },
    { edited_channel_post: { ...post, text: "Новый завоз!", edit_date: sentAt + 5 } },
  );
  const anonymous: User = { id: 1087968824, is_bot: true, first_name: "Group" };
  await take({ message: said(1, anonymous, { text: "Правила чата", sender_chat: group }) });
  const messages = await stored();
  expect(messages.map(({ text, isAutomatic, contact }) => [text, isAutomatic, contact?.role])).toEqual([
    ["Новый завоз!", true, "broadcast_bot"],
    ["Правила чата", false, "manager"],
  ]);
  await db.chat.updateMany({ where: { externalId: String(group.id) }, data: { ignoredAt: new Date() } });
  await take({ message: said(2, ivan, { text: "тихо" }) });
  expect(await db.hubMessage.count({ where: { workspaceId } })).toBe(2);
  expect(await db.contact.count({ where: { workspaceId, externalId: String(ivan.id) } })).toBe(0);
});

it("notes when the bot leaves, and follows a group that became a supergroup", async () => {
  const small = { id: -178, title: "Цветы", type: "group" as const };
  const bot = { id: 7000000078, is_bot: true, first_name: "Hub" };
  await take({ message: { ...said(1, olga, { text: "до" }), chat: small } });
  await take({ message: { ...said(1, olga, { text: "после" }) } });
  await take({ message: { ...said(2, olga, { migrate_to_chat_id: group.id }), chat: small } });
  expect((await stored()).map(({ text, chat }) => [text, chat.externalId])).toEqual([
    ["до", String(group.id)],
    ["после", String(group.id)],
  ]);
  const change = (status: string) => ({
    my_chat_member: {
      chat: group,
      from: olga,
      date: sentAt,
      old_chat_member: { status: "member", user: bot },
      new_chat_member: { status, user: bot },
    },
  });
  await take(change("left"));
  const left = await db.chat.findFirstOrThrow({ where: { externalId: String(group.id) } });
  expect(left).toMatchObject({ botStatus: "left", botLeftAt: expect.any(Date) });
});

it("stores a thousand messages in few statements and nothing in a foreign chat", async () => {
  await take({ message: said(1, olga, { text: "сколько?" }) });
  const [first] = await stored();
  if (!first) throw new Error("nothing was stored");
  const { chatId, contactId } = first;
  const drafts = Array.from({ length: 1000 }, (_, index) => ({
    chatId,
    contactId,
    externalId: String(index + 2),
    type: "text" as const,
    text: `Сообщение ${index}`,
    replyToExternalId: String(index + 1),
    sentAt: new Date((sentAt + index) * 1000),
  }));
  expect(await transaction((tx) => storeHubMessages(tx, workspaceId, drafts, { bulk: true }))).toHaveLength(
    1000,
  );
  expect(await transaction((tx) => storeHubMessages(tx, workspaceId, drafts))).toEqual([]);
  expect(await db.hubMessage.count({ where: { replyToId: null } })).toBe(1);
  const other = await makeCompany("Other");
  expect(await transaction((tx) => storeHubMessages(tx, other, drafts))).toEqual([]);
});
