import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import type { SupportSettings } from "@/server/domain/workspaces/schema";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { callOperator } from "./call-operator";
import { closeConversation } from "./close-conversation";
import { keepPresence } from "./keep-presence";
import { markRead } from "./mark-read";
import { openTopic } from "./open-topic";
import { pushUnread } from "./push-unread";
import { receiveCustomerMessage } from "./receive-customer-message";
import { receiveManagerMessage } from "./receive-manager-message";
import { returnToAssistant } from "./return-to-assistant";
import { watchWaiting } from "./watch-waiting";

let firms = 0;
let people = 0;

type Firm = { workspaceId: number; resourceId: number };
type DeepPartial<T> = { [Key in keyof T]?: T[Key] extends unknown[] ? T[Key] : DeepPartial<T[Key]> };

async function firm(settings: DeepPartial<SupportSettings> = {}, adminIds: number[] = []): Promise<Firm> {
  firms += 1;
  const workspaceId = await makeCompany(`Firm ${firms}`);
  await db.workspace.update({
    where: { id: workspaceId },
    data: { supportSettings: settings, timeZone: "Europe/Belgrade" },
  });
  const bot = { token: `${7000 + firms}:${"a".repeat(35)}`, username: `w${firms}`, adminIds };
  return {
    workspaceId,
    resourceId: await connectBot(workspaceId, { ...bot, managerGroupIds: [-1001234567000 - firms] }),
  };
}

async function newPerson({ workspaceId, resourceId }: Firm, data: object = {}): Promise<CustomerActor> {
  people += 1;
  const externalId = String(9000 + people);
  const contact = await db.contact.create({
    data: {
      workspaceId,
      provider: "telegram",
      externalId,
      firstName: `P${people}`,
      languageCode: "en",
      ...data,
    },
  });
  await db.chat.create({
    data: { workspaceId, resourceId, externalId: contact.externalId, type: "private", contactId: contact.id },
  });
  return { kind: "customer", workspaceId, resourceId, contactId: contact.id };
}

const write = (actor: CustomerActor, text: string) =>
  receiveCustomerMessage(actor, { text, origin: "mini_app" });

/** A customer who asked for a person and whose topic exists. */
async function waitingIn(company: Firm, text = "Where is my car?") {
  const actor = await newPerson(company);
  await write(actor, text);
  const { id } = await callOperator(actor);
  await openTopic({ conversationId: id });
  await db.topic.updateMany({
    where: { conversationId: id },
    data: { externalId: String(id), state: "open" },
  });
  return { actor, id };
}

const staff = async ({ workspaceId, resourceId }: Firm): Promise<StaffContactActor> => {
  const { contactId } = await newPerson({ workspaceId, resourceId }, { role: "manager" });
  return { kind: "staff-contact", workspaceId, resourceId, contactId, role: "manager" };
};

async function reply(company: Firm, conversationId: number): Promise<void> {
  const topic = await db.topic.findFirstOrThrow({ where: { conversationId }, include: { chat: true } });
  people += 1;
  const result = await receiveManagerMessage(await staff(company), {
    chatExternalId: topic.chat.externalId,
    topicExternalId: topic.externalId ?? "",
    text: "On its way",
    messageExternalIds: [`m${people}`],
  });
  expect(result).toEqual({ ok: true });
}

/** Texts on their way whose key begins so. */
async function sent(company: Firm, keyStart: string): Promise<string[]> {
  const deliveries = await db.delivery.findMany({
    where: { workspaceId: company.workspaceId, dedupeKey: { startsWith: keyStart } },
    orderBy: { id: "asc" },
  });
  return deliveries.map(({ act }) => (act as { message: { text: string } }).message.text);
}

/** Messages of a conversation on their way to private chats. */
async function pushed(company: Firm): Promise<string[]> {
  const deliveries = await db.delivery.findMany({
    where: { workspaceId: company.workspaceId, topicId: null, messageId: { not: null } },
    orderBy: { id: "asc" },
  });
  return deliveries.map(({ act }) => (act as { message: { text: string } }).message.text);
}

const stateOf = (id: number) => db.conversation.findUniqueOrThrow({ where: { id } });
const saidTo = async (id: number) =>
  (
    await db.message.findMany({
      where: { conversationId: id, author: { in: ["assistant", "system"] } },
      orderBy: { seq: "asc" },
    })
  ).map(({ text }) => text);

let now = new Date();
const at = (text: string) => {
  now = new Date(text);
};
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

beforeAll(() => {
  vi.spyOn(clock, "now").mockImplementation(() => new Date(now));
});
afterEach(async () => {
  // What one test leaves waiting is none of the next one's business.
  await db.workspace.deleteMany({});
});
afterAll(() => realtime.stop());

const workdays = {
  alwaysOpen: false,
  week: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ from: "09:00", to: "18:00" }]]),
  ) as Partial<SupportSettings["officeHours"]["week"]>,
};

describe("managers", () => {
  test("are nudged after 10 and 30 minutes, with who, how long and what, and then no more", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    const { id } = await waitingIn(company);
    later(9);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([]);
    later(1);
    await watchWaiting();
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([
      `⏰ P${people} · #${id} has been waiting for an answer for 10 min: “Where is my car?”`,
    ]);
    for (const minutes of [19, 1, 1, 60]) {
      later(minutes);
      await watchWaiting();
    }
    expect(await sent(company, "nudge:")).toHaveLength(2);
  });

  test("who were told late of a long wait are nudged once, not for each step", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    await waitingIn(company);
    later(45);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toHaveLength(1);
  });

  test("are nudged once by processes that look at the same moment", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm({}, [424242]);
    for (let index = 0; index < 12; index += 1) await waitingIn(company);
    later(150);
    await Promise.all([watchWaiting(), watchWaiting(), watchWaiting()]);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toHaveLength(12);
    expect(await sent(company, "escalation:")).toHaveLength(12);
  });

  test("who answered are left alone until the customer writes again", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    const { actor, id } = await waitingIn(company);
    later(5);
    await reply(company, id);
    expect(await stateOf(id)).toMatchObject({ unansweredSince: null });
    later(100);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([]);
    await write(actor, "And the keys?");
    later(2);
    await write(actor, "Hello?");
    later(8);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([expect.stringContaining("10 min: “Hello?”")]);
  });

  test("are never nudged for what the assistant has or what is closed", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    const returned = await waitingIn(company);
    const closed = await waitingIn(company);
    await returnToAssistant(await staff(company), { conversationId: returned.id });
    await closeConversation(await staff(company), { conversationId: closed.id });
    for (const { id } of [returned, closed])
      expect(await stateOf(id)).toMatchObject({ unansweredSince: null, nudges: 0 });
    later(500);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([]);
    expect(await sent(company, "escalation:")).toEqual([]);
  });

  test("may have it switched off", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm({ nudges: { on: false }, escalation: { on: false } });
    await waitingIn(company);
    later(500);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([]);
    expect(await sent(company, "escalation:")).toEqual([]);
  });
});

describe("out of hours", () => {
  test("the customer is told once when people come back, the clock stands, and the opening nudges once", async () => {
    // Friday 17:55 in Belgrade.
    at("2026-11-20T16:55:00Z");
    const company = await firm({ officeHours: workdays });
    const { actor, id } = await waitingIn(company);
    const opening =
      "Our managers are away right now and will be back on Monday 23 November at 09:00 (GMT+1).";
    expect(await saidTo(id)).toHaveLength(1);
    later(10);
    await write(actor, "Anyone?");
    await write(actor, "Hello?");
    later(600);
    await write(actor, "Still nobody?");
    const said = await saidTo(id);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain(opening);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([]);
    at("2026-11-23T08:00:00Z");
    await watchWaiting();
    later(1);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([expect.stringContaining("2 d 15 h: “Still nobody?”")]);
    // Five minutes on Friday and five on Monday.
    at("2026-11-23T08:05:00Z");
    await watchWaiting();
    expect(await sent(company, "nudge:")).toHaveLength(2);
  });

  test("a handover opens its topic all the same, in the customer's language and the company's words", async () => {
    at("2026-11-21T12:00:00Z");
    const company = await firm({
      officeHours: workdays,
      offHoursMessage: { ru: "Мы спим. Проснёмся: {opening}. {opening}!" },
    });
    const actor = await newPerson(company, { languageCode: "ru" });
    const { id } = await callOperator(actor);
    await openTopic({ conversationId: id });
    expect(await db.topic.count({ where: { conversationId: id } })).toBe(1);
    const opening = "понедельник, 23 ноября, 09:00 (GMT+1)";
    expect((await saidTo(id)).at(-1)).toBe(`Мы спим. Проснёмся: ${opening}. ${opening}!`);
  });
});

describe("admins", () => {
  test("get one message after two hours, with the topic's link, and an alert stands until the answer", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    await newPerson(company, { role: "admin" });
    await newPerson(company, { role: "manager" });
    const { id } = await waitingIn(company);
    const name = `P${people} · #${id}`;
    const { chat } = await db.topic.findFirstOrThrow({
      where: { conversationId: id },
      include: { chat: true },
    });
    later(119);
    await watchWaiting();
    expect(await sent(company, "escalation:")).toEqual([]);
    later(1);
    await watchWaiting();
    later(60);
    await watchWaiting();
    expect(await sent(company, "escalation:")).toEqual([
      "🚨 A customer has been waiting too long for an answer:\n\n" +
        `${name}, 2 h 0 min: “Where is my car?”\n` +
        `https://t.me/c/${chat.externalId.slice(4)}/${id}`,
    ]);
    const alerts = () => db.alert.findMany({ where: { workspaceId: company.workspaceId, resolvedAt: null } });
    expect(await alerts()).toMatchObject([{ code: "customer_waiting", detail: `${name} (2 h 0 min)` }]);
    await reply(company, id);
    await watchWaiting();
    expect(await alerts()).toEqual([]);
  });

  test("who never wrote to the bot, or blocked it, are called in the topic", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm({}, [424242]);
    await newPerson(company, { role: "director", username: "boss", blockedAt: now });
    await waitingIn(company);
    later(120);
    await watchWaiting();
    const [delivery] = await db.delivery.findMany({ where: { dedupeKey: { startsWith: "escalation:" } } });
    expect(delivery?.topicId).not.toBeNull();
    expect(delivery?.act).toMatchObject({
      message: {
        text: expect.stringContaining("🚨 @boss, 424242, please look here"),
        entities: [{ type: "text_link", offset: 10, length: 6, url: "tg://user?id=424242" }],
      },
    });
  });

  test("of another firm are not told", async () => {
    at("2026-11-18T10:00:00Z");
    const other = await firm();
    await newPerson(other, { role: "admin" });
    const company = await firm();
    await waitingIn(company);
    later(200);
    await watchWaiting();
    expect(await sent(other, "")).toEqual([]);
    expect(await sent(company, "escalation:")).toEqual([expect.stringContaining("No admin could be told")]);
  });
});

describe("silence", () => {
  const days = (count: number) => later(count * 24 * 60);

  test("is told the day before and ends the conversation, without asking for a rating", async () => {
    at("2026-11-02T10:00:00Z");
    const company = await firm();
    const { id } = await waitingIn(company);
    await reply(company, id);
    days(5.9);
    await watchWaiting();
    expect(await saidTo(id)).toHaveLength(1);
    days(0.1);
    await watchWaiting();
    await watchWaiting();
    expect((await saidTo(id)).slice(1)).toEqual([
      expect.stringContaining("I will close this conversation tomorrow"),
    ]);
    days(0.99);
    await watchWaiting();
    expect(await stateOf(id)).toMatchObject({ state: "manager" });
    days(0.01);
    await Promise.all([watchWaiting(), watchWaiting()]);
    expect(await stateOf(id)).toMatchObject({ state: "closed", closedBy: "idle", unansweredSince: null });
    expect((await saidTo(id)).slice(2)).toEqual([expect.stringContaining("I have closed this conversation")]);
    expect(await db.topic.findFirst({ where: { conversationId: id } })).toMatchObject({ state: "closed" });
  });

  test("that is broken after the notice begins anew", async () => {
    at("2026-11-02T10:00:00Z");
    const company = await firm({ nudges: { on: false }, escalation: { on: false } });
    const { actor, id } = await waitingIn(company);
    days(6);
    await watchWaiting();
    expect((await saidTo(id)).at(-1)).toContain("We are sorry: nobody has answered you yet");
    later(10);
    await write(actor, "I still do");
    days(5);
    await watchWaiting();
    expect(await stateOf(id)).toMatchObject({ state: "waiting", idleNoticeAt: null });
    days(1);
    await watchWaiting();
    expect((await saidTo(id)).filter((text) => text.includes("We are sorry"))).toHaveLength(2);
    days(1);
    await watchWaiting();
    expect(await stateOf(id)).toMatchObject({ state: "closed" });
  });

  test("ends quietly what the assistant answered, and nothing when switched off", async () => {
    at("2026-11-02T10:00:00Z");
    const company = await firm();
    const patient = await firm({ idle: { on: false } });
    const { conversation } = await write(await newPerson(company), "Thanks!");
    const kept = await write(await newPerson(patient), "Thanks!");
    days(7);
    await watchWaiting();
    expect(await stateOf(conversation.id)).toMatchObject({ state: "closed", closedBy: "idle", lastSeq: 1 });
    expect(await stateOf(kept.conversation.id)).toMatchObject({ state: "assistant" });
    expect(await sent(company, "message:")).toEqual([]);
  });
});

describe("what is unread when the page closes", () => {
  test("is brought by the bot once, and not what was read", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    const { actor, id } = await waitingIn(company);
    const before = (await pushed(company)).length;
    const leave = await keepPresence(actor, crypto.randomUUID());
    await reply(company, id);
    await markRead(actor, { conversationId: id, seq: (await stateOf(id)).lastSeq });
    await reply(company, id);
    await pushUnread(actor);
    expect((await pushed(company)).slice(before)).toEqual([]);
    await leave();
    const jobs = await db.$queryRaw<unknown[]>`
      select 1 from graphile_worker.jobs where key = ${`unread:${actor.contactId}:${actor.resourceId}`}`;
    expect(jobs).toHaveLength(1);
    await Promise.all([pushUnread(actor), pushUnread(actor)]);
    expect((await pushed(company)).slice(before)).toEqual(["On its way"]);
  });

  test("is brought also when the page's process died", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    const { actor, id } = await waitingIn(company);
    const before = (await pushed(company)).length;
    await db.miniAppPresence.create({
      data: {
        id: crypto.randomUUID(),
        contactId: actor.contactId,
        resourceId: actor.resourceId,
        expiresAt: new Date(now.getTime() + 40_000),
      },
    });
    await reply(company, id);
    await watchWaiting();
    expect((await pushed(company)).slice(before)).toEqual([]);
    later(1);
    await Promise.all([watchWaiting(), watchWaiting()]);
    expect((await pushed(company)).slice(before)).toContain("On its way");
    expect((await pushed(company)).filter((text) => text === "On its way")).toHaveLength(1);
    expect(await db.miniAppPresence.count()).toBe(0);
  });
});
