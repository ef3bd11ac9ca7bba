import { expect, test } from "vitest";
import { editCustomerMessage } from "@/server/domain/conversations/edit-customer-message";
import { customerMessage } from "@/server/domain/conversations/queries";
import { receiveManagerMessage } from "@/server/domain/conversations/receive-manager-message";
import { showCard } from "@/server/domain/conversations/show-card";
import { watchWaiting } from "@/server/domain/conversations/watch-waiting";
import type { StaffContactActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { retryDelivery } from "./retry-delivery";
import { drainAll, firm, inFloodedScene, later, onlyChat, scene, waiting } from "./testing/flooded-scene";

inFloodedScene();

/** A customer in a topic with card, one whose group is drained by hand, and their manager. */
async function inTopic() {
  const one = await firm();
  const customer = await waiting(one);
  const chatId = await onlyChat(one);
  const { id: contactId } = await db.contact.create({
    data: { workspaceId: one.workspaceId, provider: "telegram", externalId: "1", firstName: "Ana" },
  });
  const place = { workspaceId: one.workspaceId, resourceId: one.resourceId };
  const staff: StaffContactActor = { kind: "staff-contact", ...place, contactId, role: "manager" };
  const refuse = (times = 1, method = "sendMessage") =>
    scene.post("/faults", {
      bot: one.bot.id,
      method,
      times,
      errorCode: 400,
      description: "Bad Request: odd",
    });
  const where = async () => ({
    chatExternalId: String(one.groups[0]),
    topicExternalId: (await customer.topic()).externalId ?? "",
  });
  let said = 0;
  return {
    ...customer,
    one,
    staff,
    refuse,
    where,
    drain: () => drainAll(chatId),
    reply: async () => {
      const parts = [{ externalId: `m${++said}` }];
      const input = { ...(await where()), text: "On it", parts };
      expect(await receiveManagerMessage(staff, input)).toEqual({ ok: true });
    },
    stands: async () => {
      const topic = Number((await customer.topic()).externalId);
      return (await scene.messages(one.groups[0] ?? 0, { topic })).flatMap(({ text }) => text ?? []);
    },
    sees: (id: number) => customerMessage(customer.actor, id),
    conversation: () => db.conversation.findUniqueOrThrow({ where: { id: customer.conversationId } }),
    alert: () => db.alert.findFirst({ where: { workspaceId: one.workspaceId, code: "delivery_failed" } }),
  };
}

test("a message that did not reach the managers is not read by their next words, and still waits", async () => {
  const { write, drain, refuse, reply, sees, actor, conversation, stands } = await inTopic();
  await write("Hello");
  await drain();
  await refuse();
  const { message: lost } = await write("MY PASSPORT IS LOST");
  await drain();
  expect(await sees(lost.id)).toMatchObject({ status: "failed", failure: "refused" });
  await reply();
  expect(await sees(lost.id)).toMatchObject({ status: "failed", failure: "refused" });
  expect(await conversation()).toMatchObject({ staffReadSeq: 1, unansweredSince: lost.createdAt });
  expect(await retryDelivery(actor, { messageId: lost.id })).toEqual({ ok: true });
  await drain();
  expect(await stands()).toContain("MY PASSPORT IS LOST");
  expect(await sees(lost.id)).toMatchObject({ status: "delivered", failure: null });
  await reply();
  expect(await sees(lost.id)).toMatchObject({ status: "read", failure: null });
  expect(await conversation()).toMatchObject({ unansweredSince: null });
});

test("while a message waits in a flood, managers' words read only what stands there, and they are nudged", async () => {
  const { write, drain, reply, sees, one, conversation, conversationId } = await inTopic();
  const { message: first } = await write("Hello");
  await drain();
  later(60_000);
  const { message: queued } = await write("And the keys?");
  await reply();
  expect((await sees(first.id)).status).toBe("read");
  expect((await sees(queued.id)).status).toBe("sent");
  expect(await conversation()).toMatchObject({ staffReadSeq: 1, unansweredSince: queued.createdAt });
  later(11 * 60_000);
  await watchWaiting();
  const nudge = { workspaceId: one.workspaceId, dedupeKey: { startsWith: `nudge:${conversationId}:` } };
  expect(await db.delivery.count({ where: nudge })).toBe(1);
  await reply();
  expect(await conversation()).toMatchObject({ unansweredSince: queued.createdAt, nudges: 1 });
  await drain();
  await reply();
  expect((await sees(queued.id)).status).toBe("read");
  expect(await conversation()).toMatchObject({ unansweredSince: null });
});

test("texts that went as one, and a packed history, are read by the next words", async () => {
  const { write, drain, reply, sees, where } = await inTopic();
  const texts = ["a", "b", "c"];
  const ids: number[] = [];
  for (const text of texts) ids.push((await write(text)).message.id);
  later(6000);
  await drain();
  await reply();
  for (const id of ids) expect((await sees(id)).status).toBe("read");
  const { topicExternalId } = await where();
  await db.topic.updateMany({ where: { externalId: topicExternalId }, data: { mirroredSeq: 0 } });
  await db.delivery.deleteMany({ where: { messageId: { in: ids } } });
  await db.conversation.updateMany({
    where: { messages: { some: { id: { in: ids } } } },
    data: { staffReadSeq: 0 },
  });
  await reply();
  expect((await sees(ids[2] ?? 0)).status).toBe("sent");
  await drain();
  await reply();
  expect((await sees(ids[2] ?? 0)).status).toBe("read");
});

test("a card that is refused comes again in plain words, before the history", async () => {
  const { write, drain, refuse, stands, name, alert, conversationId } = await inTopic();
  await db.topic.updateMany({ where: { conversationId }, data: { mirroredSeq: 0 } });
  await db.message.createMany({ data: await history(conversationId) });
  await write("Anybody?");
  await refuse();
  await drain();
  const [card, told] = await stands();
  expect(card).toContain(name);
  expect(told).toMatch(/Is it free\?[\s\S]*Anybody\?/);
  expect(await stands()).toHaveLength(2);
  expect(await alert()).toBeNull();
  const [shown] = (await scene.calls("sendMessage"))
    .filter(({ parameters }) => parameters.text === card)
    .slice(-1);
  expect(shown?.parameters.entities).toBeUndefined();
});

test("a card and a history that stay refused are asked for by a button, and the owner knows whose they are", async () => {
  const { write, drain, refuse, stands, name, alert, conversationId, staff, where } = await inTopic();
  await db.message.createMany({ data: await history(conversationId) });
  await write("Anybody?");
  await write("Hello?");
  await refuse(5);
  await drain();
  expect(await stands()).toEqual(["Hello?", "⚠️ The history could not be shown (Bad Request: odd)."]);
  expect(await alert()).toMatchObject({ detail: `${name} · #${conversationId}: Bad Request: odd` });
  const line = await db.delivery.findFirstOrThrow({
    where: { dedupeKey: { startsWith: "not-shown:" } },
    orderBy: { id: "desc" },
  });
  const deliveryId = Number(/retry:(\d+)/.exec(JSON.stringify(line.act))?.[1]);
  const stranger = { ...staff, resourceId: staff.resourceId + 1 };
  expect(await retryDelivery(stranger, { deliveryId })).toEqual({ ok: false, reason: "unknown_message" });
  expect(await retryDelivery(staff, { deliveryId })).toEqual({ ok: true });
  await drain();
  expect(await stands()).toEqual([
    "Hello?",
    expect.stringContaining("could not be shown"),
    expect.stringContaining(name),
    expect.stringMatching(/Is it free\?[\s\S]*Anybody\?/),
  ]);
  expect(await retryDelivery(staff, { deliveryId })).toEqual({ ok: false, reason: "not_failed" });
  await showCard(staff, { ...(await where()), updateKey: "u1" });
  await drain();
  expect(await stands()).toHaveLength(5);
});

test("a card that is asked for brings the history that failed", async () => {
  const { write, drain, refuse, stands, conversationId, staff } = await inTopic();
  await db.message.createMany({ data: await history(conversationId) });
  await write("Anybody?");
  await refuse(4);
  await drain();
  await showCard(staff, { conversationId, updateKey: "u1" });
  await drain();
  expect((await stands()).map((text) => /Why a person|Is it free/.exec(text)?.[0])).toEqual([
    undefined,
    "Why a person",
    "Is it free",
  ]);
});

test("an edit that the topic refuses is told anew; when that fails too, the message has failed", async () => {
  const { write, drain, refuse, stands, sees, actor, alert } = await inTopic();
  const { message } = await write("At five");
  await drain();
  await refuse(1, "editMessageText");
  await editCustomerMessage(actor, { messageId: message.id, text: "At six" });
  await drain();
  expect((await stands()).slice(1)).toEqual(["At five", "✏️ At six"]);
  expect(await sees(message.id)).toMatchObject({ text: "At six", status: "delivered", failure: null });
  expect(await alert()).toBeNull();
  later(1000);
  await refuse(1);
  await editCustomerMessage(actor, { messageId: message.id, text: "At seven" });
  await drain();
  expect(await sees(message.id)).toMatchObject({ text: "At seven", status: "failed", failure: "refused" });
  expect(await alert()).not.toBeNull();
  expect(await retryDelivery(actor, { messageId: message.id })).toEqual({ ok: true });
  await drain();
  expect((await stands()).slice(1)).toEqual(["At five", "✏️ At six", "✏️ At seven"]);
  expect((await sees(message.id)).status).toBe("delivered");
});

test("an edit of what stands packed is told anew, and the next edit changes that", async () => {
  const { write, drain, stands, actor, conversationId } = await inTopic();
  await db.message.createMany({ data: await history(conversationId) });
  const { message } = await write("At five");
  await drain();
  await editCustomerMessage(actor, { messageId: message.id, text: "At six" });
  await drain();
  expect((await stands()).at(-1)).toMatch(/^✏️ 👤 P\d+\nAt six$/);
  later(1000);
  await editCustomerMessage(actor, { messageId: message.id, text: "At seven" });
  await drain();
  expect((await stands()).at(-1)).toMatch(/At seven$/);
  expect((await stands()).filter((text) => text.includes("At six"))).toEqual([]);
});

/** What was said to the assistant before: the conversation's first message. */
async function history(conversationId: number) {
  const { workspaceId, contactId } = await db.conversation.update({
    where: { id: conversationId },
    data: { lastSeq: 1 },
  });
  const said = { workspaceId, conversationId, contactId, seq: 1, createdAt: clock.now() };
  return [{ ...said, author: "customer" as const, origin: "bot" as const, text: "Is it free?" }];
}
