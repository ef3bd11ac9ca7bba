import { afterAll, beforeAll, expect, it } from "vitest";
import { decide } from "@/server/domain/approvals/decide";
import { proposeBatch } from "@/server/domain/approvals/propose-batch";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { cast } from "../testing/simulator-client";
import { until } from "../testing/until";
import { type System, startSystem } from "./start-system";

const people = 20;
const inBatch = 250;
const batches = 4;

let system: System;
beforeAll(async () => {
  system = await startSystem("http://localhost:3000");
});
afterAll(() => system?.stop());

it("a thousand approved messages survive kill -9 of the bots: none is lost, at most one comes twice", async () => {
  const { simulator } = system;
  const bots = [system.startBots(), system.startBots()];
  const resource = await db.resource.findFirstOrThrow({ where: { provider: "telegram" } });
  const { id: resourceId, workspaceId } = resource;
  const customers: number[] = [];
  const chatIds: number[] = [];
  for (let index = 0; index < people; index += 1) {
    const firstName = `Kim${index}`;
    const { id } = await simulator.newCustomer({ firstName, languageCode: "en" });
    const person = { workspaceId, externalId: String(id) };
    const contact = await db.contact.create({ data: { ...person, provider: "telegram", firstName } });
    const chat = await db.chat.create({
      data: { ...person, resourceId, type: "private", contactId: contact.id },
    });
    // Known already, nobody is met twice.
    await simulator.call("POST", "/start", { from: id, bot: cast.bot.id });
    customers.push(id);
    chatIds.push(chat.id);
  }
  const owner = await db.member.findFirstOrThrow({ where: { role: "owner", workspaceId } });
  const actor: MemberActor = { kind: "member", workspaceId, userId: owner.userId, role: "owner" };
  for (let batch = 0; batch < batches; batch += 1) {
    const { batchId } = await proposeBatch(actor, {
      delaySeconds: 0,
      messages: Array.from({ length: inBatch }, (_, place) => ({
        target: { chatId: chatIds[place % people] ?? 0 },
        text: `batch ${batch} message ${place}`,
        kind: "message",
      })),
    });
    await decide(actor, { what: { batchId }, verdict: "approve" });
  }
  const approvedAt = performance.now();
  const sent = () => db.approval.count({ where: { status: "sent" } });
  await until("some are sent", async () => (await sent()) > 100, 90_000);
  await bots[0]?.end("SIGKILL");
  expect(await sent()).toBeLessThan(batches * inBatch);
  await until(
    "all are sent",
    async () => (await db.approval.count({ where: { status: "approved" } })) === 0,
    150_000,
  );
  process.stdout.write(
    `MEASURED ${batches * inBatch} approved messages with a kill -9 in ${Math.round(performance.now() - approvedAt)} ms\n`,
  );
  expect(await sent()).toBe(batches * inBatch);
  const arrived = (
    await Promise.all(
      customers.map(async (id) => (await simulator.privateMessages(id)).map(({ text }) => text ?? "")),
    )
  )
    .flat()
    .filter((text) => /^batch \d+ message \d+$/.test(text));
  expect(new Set(arrived).size).toBe(batches * inBatch);
  expect(arrived.length - batches * inBatch).toBeLessThanOrEqual(1);
}, 280_000);
