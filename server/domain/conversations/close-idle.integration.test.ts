import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  firm,
  newPerson,
  pushed,
  reply,
  saidTo,
  sent,
  stateOf,
  waitingIn,
  write,
} from "@/scripts/testing/waiting-firm";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { keepPresence } from "./keep-presence";
import { markRead } from "./mark-read";
import { pushUnread } from "./push-unread";
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
