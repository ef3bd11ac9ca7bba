import { serve } from "@hono/node-server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { processUpdates } from "@/bots/process-updates";
import { startSupervisor } from "@/bots/supervisor";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { changeResource } from "@/server/domain/resources/change-resource";
import { removeResource } from "@/server/domain/resources/remove-resource";
import { changeResourceInput } from "@/server/domain/resources/schema";
import { deleteWorkspace } from "@/server/domain/workspaces/delete-workspace";
import type { MemberRole } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { apiFor } from "@/server/providers/telegram/api-for";
import { webhookSecret } from "@/server/providers/telegram/webhook";
import { rest } from "@/server/rest/app";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";

const address = vi.hoisted(() => {
  // The address of webhooks is fixed when the configuration is read.
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  vi.stubEnv("PORT", String(port));
  return { port, url: `http://localhost:${port}/api/telegram` };
});
const secretHeader = "x-telegram-bot-api-secret-token";

let scene: Scene;
let bot: SceneBot;
let person: ScenePerson;
let workspaceId: number;
let resourceId: number;
let web: ReturnType<typeof serve>;
let supervisor: { stop: () => Promise<void> } | null = null;

beforeEach(async () => {
  await db.workspace.deleteMany();
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  await scene.control("PUT", "/settings", { webhookRetryMs: 20 });
  bot = await scene.addBot();
  person = await scene.addPerson();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, bot);
  await scene.post("/start", { from: person.id, bot: bot.id });
  await new Promise<void>((resolve) => {
    web = serve({ fetch: rest.fetch, port: address.port }, () => resolve());
  });
});
afterEach(async () => {
  await supervisor?.stop();
  supervisor = null;
  await scene.close();
  await new Promise((resolve) => web.close(resolve));
});

const member = async (role: MemberRole = "owner", inWorkspace = workspaceId) => {
  const user = await db.user.create({
    data: { email: `${role}-${crypto.randomUUID()}@example.com`, name: role },
  });
  await db.member.create({ data: { workspaceId: inWorkspace, userId: user.id, role } });
  return { kind: "member" as const, workspaceId: inWorkspace, userId: user.id, role };
};
const switchTo = async (updates: "polling" | "webhook") =>
  changeResource(await member(), changeResourceInput.parse({ resourceId, settings: { updates } }));
const stored = () => db.inboundUpdate.findMany({ where: { resourceId }, orderBy: { id: "asc" } });
const texts = async () =>
  (await stored()).map(({ payload }) => (payload as { message?: { text?: string } }).message?.text);
const calls = (method: string) => scene.calls(method, bot.id);
const resource = () => db.resource.findUniqueOrThrow({ where: { id: resourceId }, include: { lease: true } });
const bring = (update: unknown, headers: Record<string, string> = {}, id: number | string = resourceId) =>
  fetch(`${address.url}/${id}`, {
    method: "POST",
    headers: { "content-type": "application/json", [secretHeader]: webhookSecret(bot), ...headers },
    body: typeof update === "string" ? update : JSON.stringify(update),
  });
const update = (updateId: number) => ({
  update_id: updateId,
  message: {
    message_id: updateId,
    date: 1,
    text: "by webhook",
    chat: { id: person.id, type: "private", first_name: "Ana" },
    from: { id: person.id, is_bot: false, first_name: "Ana" },
  },
});

it("loses and doubles nothing while it is switched to a webhook and back", async () => {
  supervisor = startSupervisor({ lookEveryMs: 250, heartbeatMs: 500 });
  await until("the bot is polled", async () => (await resource()).lease?.polledAt?.getTime());
  const said: string[] = [];
  let speaking = true;
  const speaker = (async () => {
    while (speaking) {
      const text = `line ${said.length}`;
      said.push(text);
      await scene.at(person, { bot: bot.id }).say(text);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await switchTo("webhook");
  await until("the webhook is set", async () => (await calls("setWebhook")).length > 0);
  const before = said.length;
  await until("lines came by webhook", async () => (await texts()).includes(`line ${before + 3}`));
  expect((await calls("setWebhook"))[0]?.parameters).toMatchObject({
    url: `${address.url}/${resourceId}`,
    secret_token: webhookSecret(bot),
  });
  const removals = (await calls("deleteWebhook")).length;
  await switchTo("polling");
  await until("the webhook is taken away", async () => (await calls("deleteWebhook")).length > removals);
  speaking = false;
  await speaker;
  await until("everything came", async () => (await texts()).includes(said.at(-1)));
  expect((await texts()).filter((text) => text?.startsWith("line"))).toEqual(said);
}, 40_000);

it("polls on, and says why, where Telegram refuses the address", async () => {
  await scene.post("/faults", {
    bot: bot.id,
    method: "setWebhook",
    errorCode: 400,
    description: "Bad Request: bad webhook: HTTPS url must be provided for webhook",
    times: 1,
  });
  await switchTo("webhook");
  supervisor = startSupervisor({ lookEveryMs: 250, heartbeatMs: 500 });
  await until("the warning", async () => (await resource()).warningCode === "webhook_refused");
  await scene.at(person, { bot: bot.id }).say("still there?");
  await until("the line came", async () => (await texts()).includes("still there?"));
});

it("stores an update that is brought twice once, and processes it", async () => {
  for (const _ of [1, 2]) expect((await bring(update(77_001))).status).toBe(200);
  expect((await stored()).length).toBe(1);
  await processUpdates({ resourceId, lane: String(person.id) });
  expect(await db.message.count({ where: { workspaceId, text: "by webhook" } })).toBe(1);
});

it("tells Telegram to bring nothing more when it is removed, whether Telegram answers or not", async () => {
  const api = apiFor(bot.token, { apiRoot: `http://127.0.0.1:${scene.simulator.port}` });
  const webhookNow = async () => (await api.getWebhookInfo()).url;
  const remove = async () => removeResource(await member(), { resourceId, confirmation: bot.username });
  await api.setWebhook(`${address.url}/${resourceId}`);
  expect(await remove()).toEqual({ ok: true });
  expect(await webhookNow()).toBe("");

  // The bot serves another program by now.
  resourceId = await connectBot(workspaceId, bot);
  await api.setWebhook("https://elsewhere.example.com/hook");
  expect(await remove()).toEqual({ ok: true });
  expect(await webhookNow()).toBe("https://elsewhere.example.com/hook");

  resourceId = await connectBot(workspaceId, bot);
  await scene.post("/faults", {
    bot: bot.id,
    method: "getWebhookInfo",
    errorCode: 502,
    description: "Bad Gateway",
    times: 1,
  });
  expect(await remove()).toEqual({ ok: true });
  expect(await db.resource.count()).toBe(0);
});

it("tells Telegram so when the workspace is deleted", async () => {
  const api = apiFor(bot.token, { apiRoot: `http://127.0.0.1:${scene.simulator.port}` });
  await api.setWebhook(`${address.url}/${resourceId}`);
  const { name } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  expect(await deleteWorkspace(await member(), { confirm: name, withoutExport: true })).toEqual({ ok: true });
  expect((await api.getWebhookInfo()).url).toBe("");
});

it("refuses what Telegram did not send, in words, and stores nothing", async () => {
  const refusal = async (answer: Promise<Response>) => {
    const { status } = await answer;
    return status;
  };
  expect(await refusal(bring(update(1), { [secretHeader]: "wrong" }))).toBe(403);
  expect(await refusal(bring(update(1), { [secretHeader]: "" }))).toBe(403);
  expect(await refusal(bring(update(1), {}, resourceId + 1))).toBe(404);
  expect(await refusal(bring(update(1), {}, "9999999999"))).toBe(404);
  expect(await refusal(bring(update(1), {}, "1x"))).toBe(404);
  expect(await refusal(bring("{not json"))).toBe(400);
  expect(await refusal(bring({ message: {} }))).toBe(400);
  expect(await refusal(bring({ update_id: 1, filler: "x".repeat(1_100_000) }))).toBe(413);
  await db.resource.update({ where: { id: resourceId }, data: { state: "paused" } });
  expect(await refusal(bring(update(1)))).toBe(503);
  expect(await stored()).toEqual([]);
});

it("refuses in words what is nested too deep to be stored", async () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const answer = await bring(`{"update_id":1,"message":{"entities":${deep}}}`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("no update of the Bot API");
  expect(await stored()).toEqual([]);
});

it("is switched by the workspace's owners and admins alone", async () => {
  const input = changeResourceInput.parse({ resourceId, settings: { updates: "webhook" } });
  for (const role of ["director", "manager"] as const)
    await expect(changeResource(await member(role), input)).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await member("owner", await makeCompany("Other"));
  await expect(changeResource(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  const owner = await member("admin");
  await Promise.all([changeResource(owner, input), changeResource(owner, input)]);
  expect((await resource()).settings).toMatchObject({ updates: "webhook" });
});
