import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { keepFed } from "@/bots/keep-fed";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { changesSettled } from "@/scripts/testing/changes-settled";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { applyEdit } from "@/server/domain/conversations/apply-edit";
import { closeConversation } from "@/server/domain/conversations/close-conversation";
import { rateConversation } from "@/server/domain/conversations/rate-conversation";
import { takeConversation } from "@/server/domain/conversations/take-conversation";
import { activateResource } from "@/server/domain/resources/activate-resource";
import { addResource } from "@/server/domain/resources/add-resource";
import { deliverWebhooks } from "@/server/domain/resources/outgoing/deliver-webhooks";
import { feedWebhooks } from "@/server/domain/resources/outgoing/feed-webhooks";
import { listWebhooks } from "@/server/domain/resources/outgoing/list-webhooks";
import { redeliverWebhook } from "@/server/domain/resources/outgoing/redeliver-webhook";
import { mostAttempts } from "@/server/domain/resources/outgoing/settle-webhook";
import { wakeOutgoing } from "@/server/domain/resources/outgoing/wake-outgoing";
import { pauseResource } from "@/server/domain/resources/pause-resource";
import { renewSecret } from "@/server/domain/resources/renew-secret";
import { testResource } from "@/server/domain/resources/test-resource";
import type { MemberActor } from "@/server/lib/actor";
import { db, pool, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";

type Received = { headers: IncomingHttpHeaders; body: string };

let server: Server;
let url: string;
let received: Received[] = [];
let answer: { status: number; text: string } = { status: 204, text: "" };

let owner: MemberActor;
let resourceId: number;
let secret: string;
let conversationId: number;
let contactId: number;
let botId: number;

beforeAll(async () => {
  env.ALLOW_PRIVATE_HOSTS = ["127.0.0.1"];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer.status).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  server.close();
});

beforeEach(async () => {
  received = [];
  answer = { status: 204, text: "" };
  const workspaceId = await makeCompany();
  owner = await makeMember(workspaceId);
  botId = await connectBot(workspaceId, {
    token: `${Date.now()}${Math.floor(Math.random() * 1e5)}:${"x".repeat(35)}`,
    username: "b",
  });
  await db.resource.update({ where: { id: botId }, data: { state: "paused" } });
  const added = await addResource(owner, hook({ url }));
  if (!added.ok) throw new Error(JSON.stringify(added));
  ({ resourceId } = added);
  await activateResource(owner, { resourceId });
  ({ secret } = await renewSecret(owner, { resourceId }));
  await feedWebhooks({ resourceId });
  received = [];
  contactId = (
    await db.contact.create({
      data: { workspaceId, provider: "telegram", externalId: crypto.randomUUID(), firstName: "Мария" },
    })
  ).id;
  conversationId = (await db.conversation.create({ data: { workspaceId, resourceId: botId, contactId } })).id;
});

const hook = (settings: object) => ({
  provider: "webhook",
  world: "service" as const,
  name: "CRM",
  credentials: {},
  settings: settings as Record<string, unknown>,
});
const say = (text: string) =>
  transaction((tx) =>
    appendMessage(tx, conversationId, { author: "customer", origin: "bot", text, contactId }),
  );
const run = async () => {
  await feedWebhooks({ resourceId });
  await deliverWebhooks({ resourceId });
};
/** As `run`, once no transaction of another test holds changes back. */
const runAll = async () => {
  await changesSettled();
  await run();
};
const types = () => received.map(({ body }) => JSON.parse(body).type as string);
const log = () => db.webhookDelivery.findMany({ where: { resourceId }, orderBy: { createdAt: "asc" } });

/** As the standard asks a receiver to check, with nothing of ours. */
function isGenuine({ headers, body }: Received, by: string): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", Buffer.from(by.replace("whsec_", ""), "base64"))
    .update(signed)
    .digest("base64");
  const isFresh = Math.abs(Date.now() / 1000 - Number(headers["webhook-timestamp"])) < 300;
  return isFresh && String(headers["webhook-signature"]).split(" ").includes(`v1,${expected}`);
}

it("tells every step of a conversation, signed, once each", async () => {
  const { message } = await say("Сколько стоит залог?");
  await transaction((tx) => applyEdit(tx, message.id, { text: "Залог?", entities: [] }));
  await takeConversation(owner, { conversationId });
  await closeConversation(owner, { conversationId });
  const customer = {
    kind: "customer" as const,
    workspaceId: owner.workspaceId,
    resourceId: botId,
    contactId,
  };
  await rateConversation(customer, { conversationId, rating: 5 });
  await runAll();
  await runAll();
  expect(types().toSorted()).toEqual(
    [
      "contact.created",
      "conversation.closed",
      "conversation.rated",
      "conversation.state_changed",
      "conversation.state_changed",
      ...types().filter((type) => type === "message.created"),
      "message.edited",
    ].toSorted(),
  );
  expect(received.every((one) => isGenuine(one, secret))).toBe(true);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(received.length);
  const bodies = received.map(({ body }) => JSON.parse(body));
  expect(bodies.find(({ type }) => type === "message.edited").data).toMatchObject({
    contact: { id: contactId, name: "Мария" },
    conversation: { id: conversationId },
    message: { author: "customer", text: "Залог?" },
  });
  const steps = bodies.filter(({ type }) => type === "conversation.state_changed");
  expect(steps.map(({ data }) => [data.previousState, data.conversation.state]).toSorted()).toEqual([
    ["assistant", "manager"],
    ["manager", "closed"],
  ]);
  expect(bodies.find(({ type }) => type === "conversation.rated").data.conversation.rating).toBe(5);
});

it("does not leave out what a running transaction held back", async () => {
  const client = await pool().connect();
  await client.query("begin");
  await client.query("select pg_current_xact_id()");
  await client.query(`update conversations set revision = revision + 1, state = 'waiting' where id = $1`, [
    conversationId,
  ]);
  await client.query(
    `insert into conversation_changes (conversation_id, workspace_id, revision, type, state)
     values ($1, $2, 1, 'conversation', 'waiting')`,
    [conversationId, owner.workspaceId],
  );
  const { workspaceId } = owner;
  const other = await db.conversation.create({ data: { workspaceId, resourceId: botId, contactId } });
  await transaction((tx) =>
    appendMessage(tx, other.id, { author: "customer", origin: "bot", text: "Later", contactId }),
  );
  await run();
  await client.query("commit");
  client.release();
  await runAll();
  await runAll();
  expect(types().toSorted()).toEqual(["contact.created", "conversation.state_changed", "message.created"]);
});

it("begins at the present in a database that came back from a backup", async () => {
  await db.$executeRaw`update resources set changes_read_xid = 9000000000000 where id = ${resourceId}`;
  await say("Before");
  await runAll();
  await say("After");
  await runAll();
  expect(received.filter(({ body }) => body.includes("After"))).toHaveLength(1);
});

it("tries again later and later, then gives up and tells the owner; redelivered once, it is over", async () => {
  answer = { status: 500, text: "Ошибка".repeat(200) };
  await say("Hello");
  await db.resource.update({
    where: { id: resourceId },
    data: { settings: { url, events: ["message.created"] } },
  });
  await runAll();
  expect(await log()).toMatchObject([
    {
      state: "pending",
      attempts: 1,
      responseStatus: 500,
      responseDetail: "Ошибка".repeat(200).slice(0, 500),
    },
  ]);
  await deliverWebhooks({ resourceId });
  expect(received).toHaveLength(1);
  expect(await redeliverWebhook(owner, { deliveryId: received[0]?.headers["webhook-id"] as string })).toEqual(
    { ok: true },
  );
  await deliverWebhooks({ resourceId });
  expect(received).toHaveLength(2);
  received = [];
  for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
    await db.webhookDelivery.updateMany({ where: { resourceId }, data: { nextAttemptAt: new Date() } });
    await deliverWebhooks({ resourceId });
  }
  const [given] = await log();
  expect(given).toMatchObject({ state: "failed", attempts: mostAttempts, nextAttemptAt: null });
  expect(new Set(received.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([given?.id]));
  const { workspaceId } = owner;
  const resource = () => db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  expect(await resource()).toMatchObject({ warningCode: "events_undelivered" });
  const alerts = () => db.alert.findMany({ where: { workspaceId, resolvedAt: null } });
  expect(await alerts()).toMatchObject([{ code: "events_undelivered", detail: "CRM" }]);

  answer = { status: 200, text: "thanks" };
  const deliveryId = given?.id ?? "";
  await Promise.all([redeliverWebhook(owner, { deliveryId }), redeliverWebhook(owner, { deliveryId })]);
  await deliverWebhooks({ resourceId });
  expect(received).toHaveLength(mostAttempts);
  expect(await listWebhooks(owner, { resourceId, failedOnly: false, limit: 20 })).toMatchObject({
    deliveries: [{ state: "sent", responseStatus: 200, responseDetail: "thanks", attempts: 1 }],
    failed: 0,
  });
  expect(await resource()).toMatchObject({ warningCode: null });
  expect(await alerts()).toEqual([]);
  expect(await db.auditEntry.count({ where: { workspaceId, action: "webhook.redelivered" } })).toBe(2);
});

it("keeps what happens while it is paused", async () => {
  await pauseResource(owner, { resourceId });
  await say("Paused");
  await runAll();
  expect(received).toEqual([]);
  await activateResource(owner, { resourceId });
  await runAll();
  expect(types()).toContain("message.created");
  const [first] = await log();
  await pauseResource(owner, { resourceId });
  expect(await redeliverWebhook(owner, { deliveryId: first?.id ?? "" })).toEqual({
    ok: false,
    reason: "not_running",
  });
});

it("tells of an address that answers nobody, or must not be asked", async () => {
  answer = { status: 401, text: "who are you?" };
  const tested = await testResource(owner, { resourceId });
  expect(tested).toMatchObject({
    ok: true,
    findings: { warnings: [{ code: "ping_refused", detail: "HTTP 401" }] },
  });
  expect(JSON.parse(received[0]?.body ?? "{}").type).toBe("webhook.ping");
  answer = { status: 204, text: "" };
  await testResource(owner, { resourceId });
  expect(await db.resource.findUnique({ where: { id: resourceId } })).toMatchObject({ warningCode: null });
  for (const wrong of ["http://169.254.169.254/latest", "http://10.0.0.1/"]) {
    const added = await addResource(owner, hook({ url: wrong }));
    expect(added).toMatchObject({ ok: false, problems: [{ field: "url", code: "address_refused" }] });
  }
});

it("is the workspace's own, and its admins' to change", async () => {
  await say("Hello");
  await runAll();
  const [delivery] = await log();
  const deliveryId = delivery?.id ?? "";
  const stranger = await makeMember(await makeCompany("Other"));
  const manager = await makeMember(owner.workspaceId, "manager");
  const missing = { code: "not_found" };
  await expect(redeliverWebhook(stranger, { deliveryId })).rejects.toMatchObject(missing);
  await expect(renewSecret(stranger, { resourceId })).rejects.toMatchObject(missing);
  await expect(renewSecret(owner, { resourceId: botId })).rejects.toMatchObject(missing);
  await expect(listWebhooks(stranger, { resourceId, failedOnly: false, limit: 20 })).rejects.toMatchObject(
    missing,
  );
  await expect(redeliverWebhook(manager, { deliveryId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(renewSecret(manager, { resourceId })).rejects.toMatchObject({ code: "forbidden" });
  const renewed = await renewSecret(owner, { resourceId });
  received = [];
  await say("Again");
  await runAll();
  expect(received.length).toBeGreaterThan(0);
  expect(received.every((one) => isGenuine(one, renewed.secret) && isGenuine(one, secret))).toBe(true);
});

it("hears of a message by itself, within a moment", async () => {
  const bots: RunningBots = await startBots({ listen: false });
  const stop = keepFed(wakeOutgoing);
  try {
    // Until it has found out whom to listen to.
    await sleep(300);
    await say("Are you there?");
    await until("the message is told", () => types().includes("message.created"), 3000);
  } finally {
    stop();
    await bots.stop();
  }
});
