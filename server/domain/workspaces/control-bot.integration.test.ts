import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { firm, newPerson, write } from "@/scripts/testing/waiting-firm";
import { answerTurn } from "@/server/domain/conversations/answer-turn";
import { rescueUnanswered } from "@/server/domain/conversations/rescue-unanswered";
import { drainChat } from "@/server/domain/messages/drain-chat";
import { renewLeases } from "@/server/domain/resources/renew-leases";
import { takeLeases } from "@/server/domain/resources/take-leases";
import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { db, pool } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { botState } from "./bot-state";
import { startBot } from "./start-bot";
import { stopBot } from "./stop-bot";

afterAll(() => realtime.stop());

let company: { workspaceId: number; resourceId: number };
let userId: number;
beforeEach(async () => {
  company = await firm();
  userId = (await db.user.create({ data: { email: `${randomUUID()}@example.com`, name: "Olga" } })).id;
  await db.resource.update({ where: { id: company.resourceId }, data: { state: "active" } });
});
const member = (role: MemberRole = "owner"): MemberActor => ({
  kind: "member",
  workspaceId: company.workspaceId,
  userId,
  role,
});
const jobs = async (key: string) =>
  (await pool().query("select 1 from graphile_worker.jobs where key = $1", [key])).rowCount;

test("leaders stop and start the bot, each time once; managers may only look", async () => {
  await expect(stopBot(member("manager"))).rejects.toMatchObject({ code: "forbidden", reason: "role" });
  expect(await botState(member("manager"))).toMatchObject({ state: "running", mayControl: false });
  await Promise.all([stopBot(member()), stopBot(member("director")), stopBot(member("admin"))]);
  expect(await botState(member())).toMatchObject({
    state: "stopped",
    since: expect.any(String),
    mayControl: true,
    resources: [{ id: company.resourceId, state: "active" }],
  });
  await expect(startBot(member("manager"))).rejects.toMatchObject({ code: "forbidden" });
  await Promise.all([startBot(member()), startBot(member())]);
  expect(await botState(member())).toMatchObject({ state: "running", since: null });
  const { workspaceId } = company;
  expect(await db.auditEntry.count({ where: { workspaceId, action: "bot.stopped" } })).toBe(1);
  expect(await db.auditEntry.count({ where: { workspaceId, action: "bot.started" } })).toBe(1);
  expect(
    await db.resourceEvent.count({ where: { resourceId: company.resourceId, code: "bot_stopped" } }),
  ).toBe(1);
});

test("nobody listens to a stopped bot, whoever listened lets go, and another firm's goes on", async () => {
  const other = await firm();
  await db.resource.update({ where: { id: other.resourceId }, data: { state: "active" } });
  const holder = randomUUID();
  await takeLeases(holder);
  expect([...(await renewLeases(holder)).keys()]).toEqual(
    expect.arrayContaining([company.resourceId, other.resourceId]),
  );
  await stopBot(member());
  const held = [...(await renewLeases(holder)).keys()];
  expect(held).toContain(other.resourceId);
  expect(held).not.toContain(company.resourceId);
  await db.resourceLease.deleteMany({ where: { resourceId: company.resourceId } });
  expect([...(await takeLeases(randomUUID())).keys()]).not.toContain(company.resourceId);
  await startBot(member());
  expect([...(await takeLeases(randomUUID())).keys()]).toContain(company.resourceId);
});

test("what was written while the bot was stopped is answered when it starts", async () => {
  await stopBot(member());
  const actor = await newPerson(company);
  const { message } = await write(actor, "What is the deposit for economy cars?");
  const { conversationId } = message;
  const said = () => db.message.count({ where: { conversationId, author: "assistant" } });
  await answerTurn({ conversationId });
  await pool().query("select graphile_worker.remove_job($1)", [`answer:${conversationId}`]);
  await rescueUnanswered();
  expect([await said(), await jobs(`answer:${conversationId}`)]).toEqual([0, 0]);
  await startBot(member());
  expect(await jobs(`answer:${conversationId}`)).toBe(1);
  await answerTurn({ conversationId });
  expect(await said()).toBe(1);
});

test("deliveries wait while the bot is stopped and go when it starts", async () => {
  const actor = await newPerson(company);
  const chat = await db.chat.findFirstOrThrow({ where: { contactId: actor.contactId } });
  await stopBot(member());
  await db.delivery.create({
    data: {
      workspaceId: company.workspaceId,
      resourceId: company.resourceId,
      chatId: chat.id,
      act: { type: "message", message: { text: "Hello" } },
      dedupeKey: randomUUID(),
    },
  });
  await drainChat({ chatId: chat.id });
  expect(await db.delivery.findFirstOrThrow({ where: { chatId: chat.id } })).toMatchObject({
    state: "pending",
    attempts: 0,
  });
  await startBot(member());
  expect(await jobs(`drain:${chat.id}`)).toBe(1);
});
