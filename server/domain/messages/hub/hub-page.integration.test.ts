import { beforeAll, expect, test } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { saveHubSettings } from "@/server/domain/workspaces/save-hub-settings";
import type { MemberActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { hubChatMessages } from "./hub-chat-messages";
import { hubContactCard } from "./hub-contact-card";
import { hubMessageDetail } from "./hub-message-detail";
import { ignoreChat } from "./ignore-chat";
import { listHubChats } from "./list-hub-chats";
import { tellHub } from "./tell-hub";
import { watchHub } from "./watch-hub";

let workspaceId: number;
let owner: MemberActor;
let manager: MemberActor;
let stranger: MemberActor;
let chatId: number;
let contactId: number;
let ids: number[];

beforeAll(async () => {
  workspaceId = await makeFirm();
  owner = await join(workspaceId, "Olga", "owner");
  manager = await join(workspaceId, "Max", "manager");
  stranger = await join(await makeFirm("Other"), "Thief", "owner");
  const resource = await db.resource.create({
    data: { workspaceId, provider: "telegram", name: "Bot", credentials: "-", accountKey: "hub-page" },
  });
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: "7", firstName: "Анна" },
  });
  contactId = contact.id;
  const chat = await db.chat.create({
    data: {
      workspaceId,
      resourceId: resource.id,
      externalId: "-100",
      type: "supergroup",
      title: "Розы 100%",
      lastMessageAt: new Date(),
    },
  });
  chatId = chat.id;
  await db.chatMember.create({ data: { chatId, contactId } });
  // Two a second: the order of those depends on their ids.
  await db.hubMessage.createMany({
    data: Array.from({ length: 150 }, (_, at) => ({
      workspaceId,
      chatId,
      contactId,
      text: `words ${at}`,
      urgent: at === 149,
      intent: at % 2 ? ("order" as const) : null,
      sentAt: new Date(Date.now() - (75 - Math.floor(at / 2)) * 1000),
    })),
  });
  const all = await db.hubMessage.findMany({
    where: { chatId },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
  });
  ids = all.map(({ id }) => id);
  await db.hubMessage.update({ where: { id: ids[149] }, data: { replyToId: ids[3] } });
});

test("a chat is read from any message to both ends, each message once", async () => {
  const around = await hubChatMessages(manager, { chatId, around: ids[75] });
  let [shown, hasOlder, hasNewer] = [around.messages.map(({ id }) => id), around.hasOlder, around.hasNewer];
  for (let turn = 0; turn < 5 && hasOlder; turn += 1) {
    const page = await hubChatMessages(manager, { chatId, cursor: { before: shown[0] ?? 0 } });
    shown = [...page.messages.map(({ id }) => id), ...shown];
    hasOlder = page.hasOlder;
  }
  for (let turn = 0; turn < 5 && hasNewer; turn += 1) {
    const page = await hubChatMessages(manager, { chatId, cursor: { after: shown.at(-1) ?? 0 } });
    shown = [...shown, ...page.messages.map(({ id }) => id)];
    hasNewer = page.hasNewer;
  }
  expect(shown).toEqual(ids);
  const end = await hubChatMessages(manager, { chatId });
  expect(end).toMatchObject({ hasOlder: true, hasNewer: false });
  expect(end.messages.at(-1)).toMatchObject({
    id: ids[149],
    replyTo: { id: ids[3], authorName: "Анна", text: "words 3" },
  });
});

test("the list, a message and a person say what is known", async () => {
  const { chats } = await listHubChats(manager, { search: "100%", ignored: false, cursor: 0 });
  expect(chats).toMatchObject([
    { id: chatId, title: "Розы 100%", members: 1, recent: 150, urgent: 1, last: { text: "words 149" } },
  ]);
  expect((await listHubChats(manager, { search: "100_", ignored: false, cursor: 0 })).chats).toEqual([]);
  expect(await hubMessageDetail(manager, { messageId: ids[0] ?? 0 })).toMatchObject({
    analysis: null,
    leads: [],
  });
  const entities = { quantities: [{ value: 200, unit: "штук" }], prices: [{ value: 45, currency: "EUR" }] };
  const said = { intent: "order", confidence: 1, sentiment: "neutral", method: "lexemes" } as const;
  await db.messageAnalysis.create({ data: { ...said, hubMessageId: ids[1] ?? 0, workspaceId, entities } });
  expect(await hubMessageDetail(manager, { messageId: ids[1] ?? 0 })).toMatchObject({
    analysis: { entities: { quantities: ["200 штук"], prices: ["45 EUR"] } },
  });
  expect(await hubContactCard(manager, { contactId })).toMatchObject({
    name: "Анна",
    chats: [{ id: chatId }],
    statistics: { messages: 150, urgent: 1, intents: [{ intent: "order", count: 75 }] },
  });
});

test("a chat is left alone once, by leaders of its own workspace", async () => {
  await expect(ignoreChat(manager, { chatId, ignored: true })).rejects.toMatchObject({ code: "forbidden" });
  await expect(ignoreChat(stranger, { chatId, ignored: true })).rejects.toMatchObject({ code: "not_found" });
  await Promise.all([1, 2].map(() => ignoreChat(owner, { chatId, ignored: true })));
  expect((await listHubChats(owner, { search: "", ignored: true, cursor: 0 })).chats).toHaveLength(1);
  expect(await db.auditEntry.count({ where: { workspaceId, action: "hub.chat_ignored" } })).toBe(1);
  await ignoreChat(owner, { chatId, ignored: false });
});

test("settings have their defaults, are kept as chosen, by admins only", async () => {
  const defaults = await hubSettingsOf(workspaceId);
  expect(defaults).toEqual({
    analysisDailyBudget: 1,
    leadIntents: [],
    approvalHours: 24,
    approvalsInGroup: true,
    currency: "EUR",
  });
  const next = { ...defaults, leadIntents: ["order" as const, "order" as const], currency: "RUB" };
  await expect(saveHubSettings(manager, next)).rejects.toMatchObject({ code: "forbidden" });
  await Promise.all([1, 2].map(() => saveHubSettings(owner, next)));
  expect(await hubSettingsOf(workspaceId)).toMatchObject({ leadIntents: ["order"], currency: "RUB" });
  expect(await hubSettingsOf(stranger.workspaceId)).toEqual(defaults);
  const audits = await db.auditEntry.findMany({ where: { workspaceId, action: "hub.settings_changed" } });
  expect(audits.map(({ details }) => details)).toEqual([{ changed: ["leadIntents", "currency"] }]);
});

test("whoever watches is told at once and with every change, until they may no longer", async () => {
  const stop = new AbortController();
  const stream = watchHub(manager, { check: async () => {}, signal: stop.signal });
  expect(await stream.next()).toMatchObject({ value: { type: "changed" } });
  const next = stream.next();
  await transaction((tx) => tellHub(tx, workspaceId));
  expect(await next).toMatchObject({ value: { type: "changed" } });
  stop.abort();
  expect(await stream.next()).toMatchObject({ done: true });
});
