import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/server/lib/db";
import { until } from "../testing/until";
import { type System, startSystem } from "./start-system";

let system: System;
beforeAll(async () => {
  system = await startSystem("http://localhost:3000", (simulatorUrl) => ({
    OPENAI_API_BASE: `${simulatorUrl}/v1`,
    OPENAI_MODEL_NAME: "sim-grounded",
  }));
  system.startBots();
  await until("the demo's bot is listened to", () => db.resourceLease.findFirst(), 30_000);
});
afterAll(() => system?.stop());

it("the server's model answers until the month's budget is spent; then people are called, and read why", async () => {
  const { simulator } = system;
  const { id } = await simulator.newCustomer({ firstName: "Thrifty", languageCode: "en" });
  const hears = (words: RegExp) =>
    until(`the bot says ${words}`, async () =>
      (await simulator.privateMessages(id)).find(({ text, from }) => from?.is_bot && words.test(text ?? "")),
    );
  const calls = () => db.modelUsage.count({ where: { purpose: "answer" } });
  await simulator.writeToBot(id, "/start");
  await simulator.writeToBot(id, "What is the deposit for an economy car?");
  await hears(/150/);
  const answered = await until("the call is in the books", calls);

  const { workspaceId } = await db.resource.findFirstOrThrow();
  const budget = { monthlyBudgetMicros: 1n };
  await db.aiSettings.upsert({
    where: { workspaceId },
    create: { workspaceId, ...budget },
    update: budget,
  });
  await simulator.writeToBot(id, "When is the office open?");
  await hears(/manager/);
  await simulator.writeToBot(id, "Yes");
  const topic = await simulator.topicNamed("Thrifty");
  await until("the managers read why", async () =>
    (await simulator.topicMessages(topic.id)).find(({ text }) => /budget/.test(text ?? "")),
  );
  expect(await calls()).toBe(answered);
  expect(await db.alert.count({ where: { workspaceId, code: "budget_spent", resolvedAt: null } })).toBe(1);
});
