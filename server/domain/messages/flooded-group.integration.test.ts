import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { editInboundMessage } from "@/server/domain/conversations/edit-inbound-message";
import { openTopic } from "@/server/domain/conversations/open-topic";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { probeResource } from "@/server/domain/resources/probe-resource";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import type { OutgoingAct } from "@/server/providers/provider";
import { realtime } from "@/server/realtime/realtime";
import { managing, type Scene, startScene } from "@/server/simulator/test-scene";
import { deliveryQueues } from "./delivery-queues";
import { drainChat } from "./drain-chat";
import { queueDelivery } from "./queue-delivery";

let scene: Scene;
const present = clock.now;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  await scene.control("PUT", "/settings", { floodLimits: { enabled: true, groupPerMinute: 100 } });
});
afterEach(async () => {
  clock.now = present;
  await scene.control("DELETE", "/faults");
});
afterAll(async () => {
  await realtime.stop();
  await scene.close();
});

const later = (ms: number) => {
  const now = clock.now;
  clock.now = () => new Date(now().getTime() + ms);
};

async function firm(groups = 1) {
  const bot = await scene.addBot();
  const owner = await scene.addPerson("en", "Olga");
  const managerGroupIds: number[] = [];
  for (let index = 0; index < groups; index++) managerGroupIds.push(await scene.addForum([bot], [owner]));
  const workspaceId = await makeCompany();
  const resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds });
  const chats = () => db.chat.findMany({ where: { resourceId, type: "supergroup" }, orderBy: { id: "asc" } });
  const flood = (retryAfter: number) =>
    scene.post("/faults", {
      bot: bot.id,
      errorCode: 429,
      description: `Too Many Requests: retry after ${retryAfter}`,
      retryAfter,
    });
  const sends = async () => (await scene.calls("sendMessage", bot.id)) as unknown as Call[];
  return { bot, owner, groups: managerGroupIds, workspaceId, resourceId, chats, flood, sends };
}
type Firm = Awaited<ReturnType<typeof firm>>;
type Call = {
  at: number;
  ok: boolean;
  method: string;
  parameters: { text: string; message_thread_id?: number };
};

let people = 0;

/** A customer who waits for a manager in a topic that is not made yet. */
async function waiting(
  { workspaceId, resourceId }: Firm,
  { reason = "requested", answered = false }: { reason?: string; answered?: boolean } = {},
) {
  const externalId = String(7_000_000 + ++people);
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId, firstName: `P${people}`, languageCode: "en" },
  });
  const now = clock.now();
  const conversation = await db.conversation.create({
    data: {
      workspaceId,
      resourceId,
      contactId: contact.id,
      state: "manager",
      handoffReason: reason,
      firstReplyAt: answered ? now : null,
    },
  });
  await openTopic({ conversationId: conversation.id });
  const actor: CustomerActor = { kind: "customer", workspaceId, resourceId, contactId: contact.id };
  const chat = await db.chat.create({
    data: { workspaceId, resourceId, externalId, type: "private", contactId: contact.id },
  });
  let said = 0;
  return {
    actor,
    name: contact.firstName,
    conversationId: conversation.id,
    topic: () =>
      db.topic.findFirstOrThrow({ where: { conversationId: conversation.id }, orderBy: { id: "desc" } }),
    write: (text: string) =>
      receiveCustomerMessage(actor, {
        text,
        origin: "bot",
        external: { chatExternalId: chat.externalId, messageExternalIds: [String(++said)] },
      }),
    edit: (messageId: number, text: string) =>
      editInboundMessage(actor, {
        chatExternalId: chat.externalId,
        messageExternalId: String(messageId),
        text,
      }),
  };
}

/** Drains a chat as its job would, but with time that flies. */
async function drainAll(chatId: number): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    await drainChat({ chatId });
    if ((await db.delivery.count({ where: { chatId, state: "pending" } })) === 0) return;
    later(1000);
  }
  throw new Error("still waiting after 100 turns");
}

async function onlyChat(one: Firm): Promise<number> {
  const [chat] = await one.chats();
  if (!chat) throw new Error("no group");
  return chat.id;
}

test("many texts of five topics: nothing lost, in order in each topic, in far fewer messages", async () => {
  const one = await firm();
  const customers = await Promise.all([1, 2, 3, 4, 5].map(() => waiting(one, { answered: true })));
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  const before = (await one.sends()).length;
  const texts = Array.from({ length: 8 }, (_, index) => `text ${index}.`);
  for (const text of texts) await Promise.all(customers.map((customer) => customer.write(text)));
  expect(await deliveryQueues(one.workspaceId)).toMatchObject([
    { resourceId: one.resourceId, group: { id: chatId }, size: 40 },
  ]);
  await one.flood(1);
  await drainAll(chatId);
  const sent = (await one.sends()).slice(before).filter(({ ok }) => ok);
  expect(sent.length).toBeLessThanOrEqual(10);
  for (const customer of customers) {
    const { externalId } = await customer.topic();
    const told = sent.filter(({ parameters }) => String(parameters.message_thread_id) === externalId);
    expect(told.map(({ parameters }) => parameters.text).join("\n\n")).toBe(texts.join("\n\n"));
  }
  expect(await db.delivery.count({ where: { chatId, state: "sent", merged: true } })).toBeGreaterThan(25);
  expect(await deliveryQueues(one.workspaceId)).toEqual([]);
}, 60_000);

test("retry_after is kept exactly; then the urgent goes first, and the rest at the pace of the group", async () => {
  const one = await firm();
  const calm = await waiting(one, { answered: true });
  const first = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  await calm.write("no hurry");
  await one.flood(7);
  const stands = clock.now();
  clock.now = () => stands;
  await drainChat({ chatId });
  expect((await one.sends()).at(-1)?.ok).toBe(false);
  const chat = await db.chat.findUniqueOrThrow({ where: { id: chatId } });
  expect(chat.heldUntil).toEqual(new Date(stands.getTime() + 7000));
  const [job] = await db.$queryRaw<{ run_at: Date }[]>`
    select run_at from graphile_worker.jobs where key = ${`drain:${chatId}`}`;
  expect(job?.run_at).toEqual(chat.heldUntil);
  await first.write("also no hurry");
  const urgent = await waiting(one, { reason: "emergency" });
  await urgent.write("we are in a ditch");
  const count = (await one.sends()).length;
  later(6000);
  await drainChat({ chatId });
  expect(await one.sends()).toHaveLength(count);
  // The urgent topic is emptied at once, of the others one line goes every four seconds.
  later(1500);
  await drainChat({ chatId });
  const texts = (await one.sends()).slice(count).map(({ parameters }) => parameters.text);
  expect(texts.slice(0, 2)).toEqual([expect.stringContaining(urgent.name), expect.stringContaining("ditch")]);
  expect(texts).toHaveLength(2);
  later(4100);
  await drainChat({ chatId });
  expect((await one.sends()).at(-1)?.parameters.text).toBe("no hurry");
  expect(await db.delivery.count({ where: { chatId, state: "pending" } })).toBe(1);
  await drainAll(chatId);
  expect((await one.sends()).at(-1)?.parameters.text).toBe("also no hurry");
});

test("after a pause the next call comes not a moment early", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  clock.now = present;
  await customer.write("hello");
  await one.flood(1);
  await until("it is sent", async () => {
    await drainChat({ chatId });
    return (await db.delivery.count({ where: { chatId, state: "pending" } })) === 0;
  });
  const [refused, sent] = (await one.sends()).slice(-2);
  const pause = (sent?.at ?? 0) - (refused?.at ?? 0);
  expect(pause).toBeGreaterThanOrEqual(1000);
});

test("merged with what the assistant said, customers' words are marked as theirs", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  await customer.write("is it free?");
  const topic = await customer.topic();
  await transaction((tx) =>
    queueDelivery(tx, {
      workspaceId: one.workspaceId,
      resourceId: one.resourceId,
      chatId,
      topicId: topic.id,
      act: { type: "message", message: { text: "🤖 Yes." } },
      dedupeKey: `said:${topic.id}`,
    }),
  );
  later(5000);
  await drainAll(chatId);
  expect((await one.sends()).at(-1)?.parameters.text).toBe("👤 is it free?\n\n🤖 Yes.");
});

test("a topic whose first delivery fails by itself holds no other topic, and keeps its order", async () => {
  const one = await firm();
  const stuck = await waiting(one, { answered: true });
  const fine = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  await stuck.write("stuck 1");
  await stuck.write("stuck 2");
  await fine.write("fine 1");
  await scene.post("/faults", { bot: one.bot.id, method: "sendMessage", errorCode: 502 });
  const count = (await one.sends()).length;
  await drainChat({ chatId });
  const texts = async () =>
    (await one.sends())
      .slice(count)
      .filter(({ ok }) => ok)
      .map(({ parameters }) => parameters.text);
  expect(await texts()).toEqual(["fine 1"]);
  expect((await db.chat.findUniqueOrThrow({ where: { id: chatId } })).heldUntil).toBeNull();
  await drainAll(chatId);
  expect((await texts()).join("\n\n")).toBe("fine 1\n\nstuck 1\n\nstuck 2");
});

test("when the way is broken for all, not every topic runs into it", async () => {
  const one = await firm();
  for (let index = 0; index < 6; index++) await waiting(one);
  const chatId = await onlyChat(one);
  await scene.post("/faults", { bot: one.bot.id, errorCode: 502, times: 50 });
  await drainChat({ chatId });
  expect(await db.delivery.count({ where: { chatId, attempts: { gt: 0 } } })).toBe(3);
  await scene.control("DELETE", "/faults");
  await drainAll(chatId);
  expect(await db.delivery.count({ where: { chatId, state: "sent" } })).toBe(6);
});

test("texts that are refused together go alone, and only the bad one fails", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  for (const text of ["a", "b", "c"]) await customer.write(text);
  later(5000);
  const refusal = { bot: one.bot.id, method: "sendMessage", errorCode: 400, description: "Bad Request: odd" };
  await scene.post("/faults", { ...refusal, times: 2 });
  await drainAll(chatId);
  const deliveries = await db.delivery.findMany({
    where: { chatId, messageId: { not: null } },
    orderBy: { id: "asc" },
  });
  expect(deliveries.map(({ state }) => state)).toEqual(["failed", "sent", "sent"]);
  expect(deliveries.some(({ merged }) => merged)).toBe(false);
});

test("an edit of a text that stands in a merged message is told anew; the others stay", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  await customer.write("first");
  await customer.write("secnd");
  later(5000);
  await drainAll(chatId);
  const { externalId } = await customer.topic();
  const stands = async () =>
    (await scene.messages(one.groups[0] ?? 0, { topic: Number(externalId) })).map(({ text }) => text);
  expect((await stands()).at(-1)).toBe("first\n\nsecnd");
  await customer.edit(2, "second");
  await drainAll(chatId);
  expect((await stands()).slice(-2)).toEqual([
    "first\n\nsecnd",
    expect.stringMatching(/^✏️ 👤 P\d+\nsecond$/),
  ]);
  const link = await db.messageLink.findMany({ where: { chatId }, include: { message: true } });
  expect(link.map(({ message }) => message.text)).toEqual(["second"]);
});

test("a text edited while it waits goes alone and as it reads now", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  for (const text of ["one", "tow", "three"]) await customer.write(text);
  await customer.edit(2, "two");
  later(5000);
  await drainAll(chatId);
  const { externalId } = await customer.topic();
  const stands = await scene.messages(one.groups[0] ?? 0, { topic: Number(externalId) });
  expect(stands.map(({ text }) => text).slice(-3)).toEqual(["one", "two", "three"]);
});

test("of changes of a topic's look that wait only the newest is made", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  const topic = await customer.topic();
  const acts: OutgoingAct[] = (["waiting", "closed", "manager"] as const).map((icon) => ({
    type: "look",
    look: { name: topic.name, icon },
  }));
  const place = { workspaceId: one.workspaceId, resourceId: one.resourceId, chatId, topicId: topic.id };
  for (const [index, act] of acts.entries())
    await transaction((tx) => queueDelivery(tx, { ...place, act, dedupeKey: `look:${topic.id}:${index}` }));
  const count = (await scene.calls("editForumTopic", one.bot.id)).length;
  await drainAll(chatId);
  expect((await scene.calls("editForumTopic", one.bot.id)).length).toBe(count + 1);
  const looks = await db.delivery.findMany({
    where: { chatId, dedupeKey: { startsWith: "look:" } },
    orderBy: { id: "asc" },
  });
  expect(looks.map(({ state, errorCode }) => [state, errorCode])).toEqual([
    ["sent", "superseded"],
    ["sent", "superseded"],
    ["sent", null],
  ]);
});

test("conversations spread over two groups; of a group that is lost the other takes over", async () => {
  const one = await firm(2);
  const customers = [];
  for (let index = 0; index < 4; index++) customers.push(await waiting(one));
  const [lost, kept] = await one.chats();
  if (!lost || !kept) throw new Error("two groups were expected");
  const topicsIn = (chatId: number) =>
    db.topic.count({ where: { chatId, state: { in: ["opening", "open"] } } });
  expect([await topicsIn(lost.id), await topicsIn(kept.id)]).toEqual([2, 2]);
  // One topic of the lost group is made already, the other is not.
  const [made] = customers;
  await drainAll(kept.id);
  await scene.post("/faults", {
    bot: one.bot.id,
    method: "createForumTopic",
    errorCode: 429,
    description: "Too Many Requests: retry after 1",
    retryAfter: 1,
  });
  await drainChat({ chatId: lost.id });
  await db.chat.update({ where: { id: lost.id }, data: { heldUntil: null } });
  await scene.post(`/groups/${lost.externalId}/kick`, { user: one.bot.id });
  await drainChat({ chatId: lost.id });
  const resource = () => db.resource.findUniqueOrThrow({ where: { id: one.resourceId } });
  expect(await resource()).toMatchObject({ state: "active", warningCode: "some_groups_broken" });
  expect([await topicsIn(lost.id), await topicsIn(kept.id)]).toEqual([0, 4]);
  await drainAll(kept.id);
  expect((await scene.topics(Number(kept.externalId))).length).toBe(4);
  const next = await waiting(one);
  expect((await next.topic()).chatId).toBe(kept.id);
  await made?.write("still there?");
  await drainAll(kept.id);
  expect((await one.sends()).at(-1)?.parameters.text).toBe("still there?");

  await scene.post(`/groups/${kept.externalId}/kick`, { user: one.bot.id });
  await probeResource(one.resourceId);
  expect(await resource()).toMatchObject({ state: "error", errorCode: "bot_kicked" });
  await scene.post(`/groups/${lost.externalId}/rights`, { user: one.bot.id, rights: managing });
  await probeResource(one.resourceId);
  expect(await resource()).toMatchObject({ state: "active", warningCode: "some_groups_broken" });
  // What is said in a topic that stands in a lost group brings the conversation to the group that works.
  await made?.write("and now?");
  await drainChat({ chatId: kept.id });
  await openTopic({ conversationId: made?.conversationId ?? 0 });
  expect((await made?.topic())?.chatId).toBe(lost.id);
  await drainAll(lost.id);
  expect((await one.sends()).at(-1)?.parameters.text).toMatch(/still there\?[\s\S]*and now\?/);
  await scene.post(`/groups/${kept.externalId}/rights`, { user: one.bot.id, rights: managing });
  await probeResource(one.resourceId);
  expect(await resource()).toMatchObject({ state: "active", warningCode: null });
});

test("merged texts that a crash interrupted share their fate", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  for (const text of ["x", "y", "z"]) await customer.write(text);
  const where = { chatId, state: "pending" as const };
  // Tried often already: once more would not help.
  await db.delivery.updateMany({ where, data: { startedAt: clock.now(), merged: true, attempts: 9 } });
  await customer.write("after");
  await drainAll(chatId);
  const deliveries = await db.delivery.findMany({
    where: { chatId, messageId: { not: null } },
    orderBy: { id: "asc" },
  });
  expect(deliveries.map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown", "sent"]);
});
