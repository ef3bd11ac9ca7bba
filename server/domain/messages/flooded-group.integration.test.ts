import { expect, test } from "vitest";
import { until } from "@/scripts/testing/until";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";
import { deliveryQueues } from "./delivery-queues";
import { drainChat } from "./drain-chat";
import { queueDelivery } from "./queue-delivery";
import {
  drainAll,
  firm,
  inFloodedScene,
  later,
  onlyChat,
  present,
  scene,
  waiting,
} from "./testing/flooded-scene";

inFloodedScene();

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
  later(6000);
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
  later(6000);
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
  later(6000);
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
  expect(link.map(({ message }) => message.text)).toEqual(["second", "second"]);
});

test("a text edited while it waits goes alone and as it reads now", async () => {
  const one = await firm();
  const customer = await waiting(one, { answered: true });
  const chatId = await onlyChat(one);
  await drainAll(chatId);
  for (const text of ["one", "tow", "three"]) await customer.write(text);
  await customer.edit(2, "two");
  later(6000);
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
