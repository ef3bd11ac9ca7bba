import { beforeAll, expect, test } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { hashApiKey, newApiKey } from "@/server/domain/api-keys/key-format";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";
import { analyticsOf } from "./analytics-of";
import { unansweredQuestions } from "./unanswered-questions";

// Berlin's clocks went forward in the night to the 29th of March: that day has 23 hours.
const march = { from: "2026-03-28", to: "2026-03-30", days: 30 };
const at = (time: string) => new Date(time);

let owner: MemberActor;
beforeAll(async () => {
  const workspaceId = await makeCompany();
  await db.workspace.update({ where: { id: workspaceId }, data: { timeZone: "Europe/Berlin" } });
  owner = await makeMember(workspaceId);
  const resourceId = await connectBot(workspaceId, {
    token: `${Date.now()}${Math.floor(Math.random() * 1e5)}:${"x".repeat(35)}`,
    username: "b",
  });
  const [ann, staff, robot] = await Promise.all(
    ["Ann", "Milan", "Robot"].map((firstName) =>
      db.contact.create({
        data: {
          workspaceId,
          provider: "telegram",
          externalId: crypto.randomUUID(),
          firstName,
          excludeFromAnalytics: firstName === "Robot",
        },
      }),
    ),
  );
  if (!ann || !staff || !robot) throw new Error("made");
  const conversations = { workspaceId, resourceId, contactId: ann.id };
  // Answered by the assistant, and closed.
  const first = await db.conversation.create({
    data: {
      ...conversations,
      state: "closed",
      openedAt: at("2026-03-28T10:00:00Z"),
      closedAt: at("2026-03-28T10:10:00Z"),
      rating: 5,
      ratedAt: at("2026-03-28T10:11:00Z"),
    },
  });
  // She came back the next day; a person had to be called.
  const second = await db.conversation.create({
    data: {
      ...conversations,
      state: "manager",
      managerContactId: staff.id,
      handoffReason: "not_found",
      openedAt: at("2026-03-29T10:00:00Z"),
      handedOverAt: at("2026-03-29T10:01:00Z"),
      firstReplyAt: at("2026-03-29T10:03:00Z"),
      rating: 2,
    },
  });
  // Of somebody left out of the figures.
  const tested = await db.conversation.create({
    data: {
      ...conversations,
      contactId: robot.id,
      handoffReason: "not_found",
      openedAt: at("2026-03-29T10:00:00Z"),
    },
  });
  const say = (
    conversationId: number,
    seq: number,
    author: "customer" | "assistant",
    time: string,
    text: string,
  ) =>
    db.message.create({
      data: { workspaceId, conversationId, seq, author, origin: "bot", text, createdAt: at(time) },
    });
  await say(first.id, 1, "customer", "2026-03-28T10:00:00Z", "How much is a day?");
  await say(first.id, 2, "assistant", "2026-03-28T10:00:04Z", "31 euros.");
  await say(second.id, 1, "customer", "2026-03-29T10:00:00Z", "May my parrot come along?");
  await say(second.id, 2, "assistant", "2026-03-29T10:00:08Z", "Shall I call a manager?");
  await say(second.id, 3, "customer", "2026-03-29T10:00:50Z", "Yes");
  await say(tested.id, 1, "customer", "2026-03-29T10:00:00Z", "Is this thing on at all?");
  const chat = await db.chat.create({
    data: { workspaceId, resourceId, externalId: "-100", type: "group", title: "Group" },
  });
  const hub = { workspaceId, chatId: chat.id, contactId: ann.id };
  await db.hubMessage.createMany({
    data: [
      // The last second of the 28th and the first of the 29th, by the wall clock of Berlin.
      { ...hub, sentAt: at("2026-03-28T22:59:59Z"), intent: "question" },
      { ...hub, sentAt: at("2026-03-28T23:00:00Z"), intent: "order" },
      // The last of the 29th, which is an hour short, and the first of the 30th.
      { ...hub, sentAt: at("2026-03-29T21:59:59Z") },
      { ...hub, sentAt: at("2026-03-29T22:00:00Z"), author: "assistant", contactId: null },
      { ...hub, sentAt: at("2026-03-30T22:00:00Z"), intent: "order" },
      { ...hub, sentAt: at("2026-03-29T12:00:00Z"), contactId: robot.id, intent: "order" },
      { ...hub, sentAt: at("2026-03-29T12:00:00Z"), author: "system", contactId: null },
    ],
  });
  await db.modelUsage.create({
    data: {
      workspaceId,
      purpose: "answer",
      model: "m",
      durationMs: 1,
      outcome: "ok",
      costMicros: 30_000n,
      createdAt: at("2026-03-29T10:00:00Z"),
    },
  });
});

test("a period is counted by the days of its workspace, without those who are left out", async () => {
  const view = await analyticsOf(owner, march);
  expect(view.volume).toEqual({
    total: 4,
    byDay: [
      { day: "2026-03-28", contacts: 1, assistant: 0, members: 0 },
      { day: "2026-03-29", contacts: 2, assistant: 0, members: 0 },
      { day: "2026-03-30", contacts: 0, assistant: 1, members: 0 },
    ],
  });
  expect(view.intents.byDay[1]).toMatchObject({ day: "2026-03-29", order: 1, question: 0 });
  expect(view.intents).toMatchObject({ total: 2, byIntent: { question: 1, order: 1 } });
  expect(view.conversations).toEqual({
    opened: 2,
    closed: 1,
    openNow: 1,
    waitingNow: 0,
    byAssistant: 1,
    handedOver: 1,
    reopened: 1,
  });
  expect(view.assistantResponse).toEqual({ count: 2, median: 6, p90: 7.6 });
  expect(view.managerResponse).toEqual({ count: 1, median: 120, p90: 120 });
  expect(view.resolution).toEqual({ count: 1, median: 600, p90: 600 });
  expect(view.ratings).toEqual({ average: 5, count: 1, byStars: [0, 0, 0, 0, 1] });
  expect(view.managers).toEqual([
    {
      key: expect.stringMatching(/^contact:/),
      name: "Milan",
      conversations: 1,
      openNow: 1,
      firstResponse: { count: 1, median: 120, p90: 120 },
      rating: 2,
    },
  ]);
  expect(view.cost).toEqual({ total: 0.03, perClosed: 0.03 });
});

test("what the assistant left to people is told by the words that it could not answer", async () => {
  // Nobody who is left out of the figures is among them.
  expect(await unansweredQuestions(owner, march)).toMatchObject({
    byReason: [{ reason: "not_found", count: 1 }],
    questions: [{ question: "May my parrot come along?", reason: "not_found", state: "manager" }],
  });
});

test("figures are the workspace's own and its leaders' to read; an empty one has none", async () => {
  const manager = await makeMember(owner.workspaceId, "manager");
  await expect(analyticsOf(manager, march)).rejects.toMatchObject({ code: "forbidden" });
  await expect(unansweredQuestions(manager, march)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await makeMember(await makeCompany("Other"));
  expect(await analyticsOf(stranger, march)).toMatchObject({
    volume: { total: 0 },
    conversations: { opened: 0 },
    managerResponse: { count: 0, median: null },
    ratings: { average: null },
    managers: [],
    cost: { total: 0, perClosed: null },
  });
});

test("programs read the same, as JSON, CSV and XLSX; a period that is none is refused in words", async () => {
  const { key, prefix } = newApiKey();
  const { workspaceId } = owner;
  const row = { workspaceId, name: "CRM", prefix, keyHash: hashApiKey(key), scopes: ["analytics:read"] };
  await db.apiKey.create({ data: row });
  const get = (path: string) => rest.request(`/api/v1/analytics/${path}`, { headers: { "x-api-key": key } });
  const days = "from=2026-03-28&to=2026-03-30";
  expect(await (await get(`metrics?${days}`)).json()).toMatchObject({
    messages: { total: 4 },
    conversations: { handed_over: 1 },
    manager_response: { median_seconds: 120 },
  });
  expect(await (await get(`unanswered?${days}`)).json()).toMatchObject({
    questions: [{ reason: "not_found" }],
  });
  expect(await (await get(`reports?${days}`)).json()).toMatchObject({
    time_zone: "Europe/Berlin",
    volume: { total: 4, by_day: [{}, { day: "2026-03-29", contacts: 2 }, {}] },
    conversations: { handed_over: 1 },
    managers: [{ first_response: { median: 120 } }],
    cost: { per_closed: 0.03 },
  });
  const csv = await (await get(`reports?format=csv&${days}`)).text();
  expect(csv.split("\r\n")[2]).toBe("2026-03-29,2,0,0,0,1,0,0,0,0,0");
  const xlsx = new Uint8Array(await (await get(`reports?format=xlsx&${days}`)).arrayBuffer());
  expect(String.fromCharCode(...xlsx.slice(0, 2))).toBe("PK");
  for (const wrong of [
    "metrics?from=2026-03-30&to=2026-03-28",
    "metrics?from=1999-01-01",
    "metrics?days=-1",
  ]) {
    const refused = await get(wrong);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { message: expect.any(String) } });
  }
});
