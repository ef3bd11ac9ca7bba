import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { createModelClient } from "@/server/ai/create-model-client";
import { type ConversationSummary, summariseConversation } from "@/server/ai/summarise-conversation";
import { type ScriptedModel, startScriptedModel } from "@/server/ai/testing/start-scripted-model";
import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { meterModelCall } from "./meter-model-call";
import type { WorkspaceModel } from "./model-for";
import { usageOf } from "./queries";
import { setMonthlyBudget } from "./set-monthly-budget";

let now = new Date();
vi.spyOn(clock, "now").mockImplementation(() => new Date(now));

const endpoint: ScriptedModel = await startScriptedModel([
  () => ({ pieces: ['{"summary":"A deposit is asked about."}'], pauseMs: 20 }),
]);
afterAll(async () => {
  await endpoint.close();
  await realtime.stop();
});

let workspaceId: number;
let userId: number;
beforeEach(async () => {
  now = new Date();
  workspaceId = (await db.workspace.create({ data: { name: "Firm", timeZone: "Asia/Kathmandu" } })).id;
  userId = (await db.user.create({ data: { email: `${randomUUID()}@example.com`, name: "Olga" } })).id;
});
const member = (role: MemberRole = "owner"): MemberActor => ({
  kind: "member",
  workspaceId,
  userId,
  role,
});
const model = (name = "gpt-4o", keyMode: WorkspaceModel["keyMode"] = "managed"): WorkspaceModel => ({
  client: createModelClient({ baseUrl: endpoint.url, apiKey: "k", model: name, maxReplyTokens: 1000 }),
  keyMode,
});
const summarise = (by: WorkspaceModel) =>
  meterModelCall<ConversationSummary>(
    by,
    { workspaceId, purpose: "summary", promptCharacters: 1800 },
    async () => {
      const input = { messages: [{ author: "customer" as const, text: "Deposit?" }], language: "en" };
      const result = await summariseConversation(by.client, input);
      return result.ok ? { result, usage: result.usage } : { result, failure: result.failure };
    },
  );
const alerts = () =>
  db.alert.findMany({ where: { workspaceId, code: "budget_spent" }, orderBy: { id: "asc" } });

/** Of gpt-4o: 1000 tokens in and 1000 out, the most that one call of this test can cost. */
const worstDollars = (1000 * 2.5 + 1000 * 10) / 1_000_000;

test("twenty calls at once cannot pass the budget, and the owner is told once", async () => {
  // Room for three calls at their worst.
  await setMonthlyBudget(member(), { dollars: worstDollars * 3.5 });
  const before = endpoint.requests.length;
  const results = await Promise.all(Array.from({ length: 20 }, () => summarise(model())));
  const made = results.filter(({ ok }) => ok).length;
  expect(made).toBeGreaterThanOrEqual(3);
  expect(results.filter((result) => !result.ok && result.reason === "budget_spent")).toHaveLength(20 - made);
  expect(endpoint.requests.length - before).toBe(made);
  // The stand-in counts 100 tokens in, 10 out.
  const { month } = await usageOf(member());
  expect(month).toEqual({ spentMicros: made * 350, heldMicros: 0, budgetMicros: 43_750 });
  expect(month.spentMicros).toBeLessThanOrEqual(month.budgetMicros ?? 0);
  expect((await alerts()).map(({ resolvedAt }) => resolvedAt)).toEqual([null]);
});

test("a spent budget lasts until the month ends in the workspace's zone, or until it is raised", async () => {
  // Kathmandu is 5:45 ahead: April begins there at 18:15 UTC.
  now = new Date("2026-03-31T18:00:00Z");
  await setMonthlyBudget(member(), { dollars: worstDollars });
  await db.modelUsage.create({
    data: {
      workspaceId,
      purpose: "answer",
      model: "gpt-4o",
      costMicros: 12_000n,
      durationMs: 1,
      outcome: "ok",
      createdAt: new Date("2026-03-02T00:00:00Z"),
    },
  });
  expect(await summarise(model())).toEqual({ ok: false, reason: "budget_spent" });
  await setMonthlyBudget(member("admin"), { dollars: worstDollars * 2 });
  expect((await alerts()).map(({ resolvedAt }) => resolvedAt !== null)).toEqual([true]);
  expect(await summarise(model())).toMatchObject({ ok: true });
  await setMonthlyBudget(member(), { dollars: worstDollars });
  expect(await summarise(model())).toMatchObject({ ok: false });
  now = new Date("2026-03-31T18:16:00Z");
  expect(await summarise(model())).toMatchObject({ ok: true });
});

test("an own key has no budget, and a call that came to nothing is not paid", async () => {
  await setMonthlyBudget(member(), { dollars: 0 });
  expect(await summarise(model())).toMatchObject({ ok: false });
  expect(await summarise(model("gpt-4o", "byok"))).toMatchObject({ ok: true });
  expect(await summarise(model("llama3", "byok"))).toMatchObject({ ok: true });
  await setMonthlyBudget(member(), { dollars: null });
  const refused = await startScriptedModel([{ status: 401, body: { error: { message: "no" } } }]);
  const client = createModelClient({ baseUrl: refused.url, apiKey: "k", model: "gpt-4o" });
  expect(await summarise({ client, keyMode: "managed" })).toMatchObject({ ok: true, result: { ok: false } });
  await refused.close();
  const rows = await db.modelUsage.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
  expect(rows.map(({ keyMode, costMicros, outcome }) => [keyMode, costMicros, outcome])).toEqual([
    ["byok", 350n, "ok"],
    ["byok", null, "ok"],
    ["managed", 0n, "unauthorised"],
  ]);
  expect((await usageOf(member())).rows).toHaveLength(3);
});

test("an answer whose tokens nobody counted costs what it could have, so that the budget holds", async () => {
  await setMonthlyBudget(member(), { dollars: 1 });
  const call = { workspaceId, purpose: "answer" as const, promptCharacters: 1800, tries: 2 };
  await meterModelCall(model(), call, async () => ({ result: null, aborted: true }));
  const { costMicros } = await db.modelUsage.findFirstOrThrow({ where: { workspaceId } });
  // Two tries of 1000 in and 1000 out, the second with the first one's reply.
  expect(costMicros).toBe(BigInt(Math.round(3000 * 2.5 + 2000 * 10)));
});

test("a call that breaks gives back what was put aside; so does a process that died", async () => {
  await setMonthlyBudget(member(), { dollars: worstDollars * 1.2 });
  const call = { workspaceId, purpose: "summary" as const, promptCharacters: 1800 };
  await expect(
    meterModelCall(model(), call, () => sleep(5).then(() => Promise.reject(new Error("broken")))),
  ).rejects.toThrow("broken");
  expect(await db.usageReservation.count({ where: { workspaceId } })).toBe(0);
  await db.usageReservation.create({
    data: { workspaceId, amountMicros: 12_500n, expiresAt: new Date(now.getTime() + 60_000) },
  });
  expect(await summarise(model())).toMatchObject({ ok: false });
  now = new Date(now.getTime() + 61_000);
  expect(await summarise(model())).toMatchObject({ ok: true });
});

test("owners and admins set the budget, directors look, managers do neither", async () => {
  for (const role of ["director", "manager"] as const)
    await expect(setMonthlyBudget(member(role), { dollars: 1 })).rejects.toMatchObject({ code: "forbidden" });
  await expect(usageOf(member("manager"))).rejects.toMatchObject({ code: "forbidden" });
  await setMonthlyBudget(member(), { dollars: 5 });
  await setMonthlyBudget(member(), { dollars: 5 });
  expect((await usageOf(member("director"))).month.budgetMicros).toBe(5_000_000);
  expect(await db.auditEntry.count({ where: { workspaceId, action: "ai.budget_changed" } })).toBe(1);
});
