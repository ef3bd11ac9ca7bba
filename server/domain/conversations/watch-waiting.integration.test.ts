import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  firm,
  newPerson,
  reply,
  saidTo,
  sent,
  staff,
  stateOf,
  waitingIn,
  write,
} from "@/scripts/testing/waiting-firm";
import type { SupportSettings } from "@/server/domain/workspaces/schema";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { callOperator } from "./call-operator";
import { closeConversation } from "./close-conversation";
import { openTopic } from "./open-topic";
import { returnToAssistant } from "./return-to-assistant";
import { watchWaiting } from "./watch-waiting";

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
    const { name } = await waitingIn(company);
    later(9);
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([]);
    later(1);
    await watchWaiting();
    await watchWaiting();
    expect(await sent(company, "nudge:")).toEqual([
      `⏰ ${name} has been waiting for an answer for 10 min: “Where is my car?”`,
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
      offHoursMessage: { ru: "Мы спим. Проснёмся {opening}. {opening}!" },
    });
    const actor = await newPerson(company, { languageCode: "ru" });
    const { id } = await callOperator(actor);
    await openTopic({ conversationId: id });
    expect(await db.topic.count({ where: { conversationId: id } })).toBe(1);
    const opening = "в понедельник, 23 ноября, в 09:00 (GMT+1)";
    expect((await saidTo(id)).at(-1)).toBe(`Мы спим. Проснёмся ${opening}. ${opening}!`);
  });
});

describe("admins", () => {
  test("get one message after two hours, with the topic's link, and an alert stands until the answer", async () => {
    at("2026-11-18T10:00:00Z");
    const company = await firm();
    await newPerson(company, { role: "admin" });
    await newPerson(company, { role: "manager" });
    const { id, name } = await waitingIn(company);
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
