import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "@tma.js/init-data-node";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startSimulator } from "../start-simulator";
import { refusal, testWorld } from "../test-world";

let world: Awaited<ReturnType<typeof testWorld>>;

beforeEach(async () => {
  world = await testWorld();
  await world.post("/start", { from: world.customer.id, bot: world.bot.id, payload: "ad42" });
});
afterEach(() => world.simulator.close());

const place = () => ({ from: world.customer.id, bot: world.bot.id });

it("presses buttons and waits for the bot's answer", async () => {
  const sent = await world.api.sendMessage(world.customer.id, "rate", {
    reply_markup: { inline_keyboard: [[{ text: "5", callback_data: "rate:5" }]] },
  });
  await world.updates();
  const pressed = world.post<{ answer: unknown }>("/callbacks", {
    ...place(),
    messageId: sent.message_id,
    data: "rate:5",
  });
  await expect.poll(async () => (await world.api.getUpdates()).length).toBe(1);
  const [update] = await world.updates();
  expect(update?.callback_query).toMatchObject({ data: "rate:5", message: { message_id: sent.message_id } });
  await world.api.answerCallbackQuery(update?.callback_query?.id ?? "", { text: "Thanks" });
  expect((await pressed).answer).toEqual({ text: "Thanks", showAlert: false, url: null });
  expect(await refusal(world.api.answerCallbackQuery("0"))).toContain("query is too old");
  const missing = await world.control("POST", "/callbacks", {
    ...place(),
    messageId: sent.message_id,
    data: "no",
  });
  expect(missing.status).toBe(409);
});

it("edits, and passes the start parameter", async () => {
  const message = await world.post<{ message_id: number }>("/messages", { ...place(), text: "helo" });
  await world.post("/edits", { ...place(), messageId: message.message_id, text: "hello" });
  const updates = await world.updates();
  expect(updates.map((update) => update.message?.text ?? update.edited_message?.text)).toEqual([
    "/start ad42",
    "helo",
    "hello",
  ]);
});

it("signs init data that verifies for this bot alone", async () => {
  const input = { user: world.customer.id, bot: world.bot.id };
  const { initData } = await world.post<{ initData: string }>("/init-data", { ...input, startParam: "x" });
  expect(() => validate(initData, world.bot.token)).not.toThrow();
  expect(() => validate(initData, "1:other")).toThrow();
  const old = await world.post<{ initData: string }>("/init-data", { ...input, ageSeconds: 90_000 });
  expect(() => validate(old.initData, world.bot.token)).toThrow();
});

it("streams what happens", async () => {
  const abort = new AbortController();
  const response = await fetch(`${world.simulator.url}/control/events`, { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = (await reader?.read())?.value ?? "";
  await world.api.sendChatAction(world.customer.id, "typing");
  await world.api.sendMessage(world.customer.id, "hi there");
  while (!seen.includes("hi there")) seen += (await reader?.read())?.value ?? "";
  const events = [...seen.matchAll(/^data: (\{"type.*)$/gm)].map((match) => JSON.parse(match[1] ?? ""));
  expect(events).toMatchObject([
    { type: "chat-action", action: "typing", chat: world.customer.id },
    { type: "message", chat: world.customer.id, bot: world.bot.id, message: { text: "hi there" } },
  ]);
  abort.abort();
});

it("injects faults and records calls", async () => {
  await world.post("/faults", {
    method: "sendMessage",
    errorCode: 429,
    description: "Too Many Requests: retry after 3",
    retryAfter: 3,
  });
  await world.post("/faults", { method: "sendMessage", dropConnection: true });
  const send = () => refusal(world.api.sendMessage(world.customer.id, "x"));
  expect(await send()).toBe("Too Many Requests: retry after 3");
  expect(await send()).toContain("Network request");
  expect(await send()).toBe("accepted");
  const { body } = await world.control<{ calls: { ok: boolean }[] }>("GET", "/calls?method=sendMessage");
  expect(body.calls.map((call) => call.ok)).toEqual([false, false, true]);
});

it("carries a call out and loses its answer", async () => {
  await world.post("/start", { from: world.customer.id, bot: world.bot.id });
  await world.post("/faults", { method: "sendMessage", dropAnswer: true });
  expect(await refusal(world.api.sendMessage(world.customer.id, "heard"))).toContain("Network request");
  const { body } = await world.control<{ messages: { text?: string }[] }>(
    "GET",
    `/chats/${world.customer.id}/messages?bot=${world.bot.id}`,
  );
  expect(body.messages.at(-1)?.text).toBe("heard");
});

it("refuses web pages of other sites", async () => {
  const headers = { "sec-fetch-site": "cross-site" };
  expect((await fetch(`${world.simulator.url}/control/world`, { headers })).status).toBe(403);
});

it("explains wrong input", async () => {
  expect(await world.control("POST", "/messages", { from: "x" })).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringMatching(/^from: /) } },
  });
  expect((await world.control("POST", "/start", { from: 1, bot: world.bot.id })).status).toBe(404);
});

it("keeps the world, files and unread updates over a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simulator-"));
  const stateFile = join(folder, "simulator.json");
  const call = async <Answer>(url: string, path: string, body?: object) =>
    (
      await fetch(url + path, body ? { method: "POST", body: JSON.stringify(body) } : {})
    ).json() as Promise<Answer>;
  const first = await startSimulator({ port: 0, stateFile });
  const bot = await call<{ id: number; token: string }>(first.url, "/control/bots", {
    username: "kept_bot",
    firstName: "K",
  });
  const user = await call<{ id: number }>(first.url, "/control/users", { firstName: "U" });
  await call(first.url, "/control/messages", { from: user.id, bot: bot.id, photo: {}, caption: "кот" });
  await first.close();
  const second = await startSimulator({ port: 0, stateFile });
  type Photo = { result: { message: { caption: string; photo: { file_id: string }[] } }[] };
  const { result } = await call<Photo>(second.url, `/bot${bot.token}/getUpdates`);
  expect(result[0]?.message.caption).toBe("кот");
  const file = await fetch(`${second.url}/control/files/${result[0]?.message.photo[0]?.file_id}`);
  expect(file.headers.get("content-type")).toBe("image/png");
  await second.close();
  rmSync(folder, { recursive: true });
});

it("sends polls and venues", async () => {
  await world.updates();
  await world.post("/messages", {
    ...place(),
    poll: { question: "Which car?", options: ["Economy", "Van"] },
  });
  const venue = { latitude: 44.8, longitude: 20.4, title: "Office", address: "Main street 1" };
  await world.post("/messages", { ...place(), venue });
  const [asked, shown] = await world.updates();
  expect(asked?.message).toMatchObject({ poll: { question: "Which car?", type: "regular" } });
  expect(shown?.message).toMatchObject({
    location: { latitude: 44.8, longitude: 20.4 },
    venue: { title: "Office", location: { latitude: 44.8, longitude: 20.4 } },
  });
});

it("has channels: their administrators post and edit, and the bot reads it", async () => {
  const { bot, manager, customer, post } = world;
  const members = [
    { user: manager.id, status: "creator" },
    { user: bot.id, status: "administrator" },
    { user: customer.id },
  ];
  const channel = await post<{ id: number }>("/groups", { title: "News", type: "channel", members });
  const sent = await post<{ message_id: number }>("/messages", {
    from: manager.id,
    chat: channel.id,
    text: "New cars",
  });
  await post("/edits", { from: manager.id, chat: channel.id, messageId: sent.message_id, text: "New cars!" });
  const refused = await world.control("POST", "/messages", {
    from: customer.id,
    chat: channel.id,
    text: "me",
  });
  expect(refused.status).toBe(409);
  const updates = await world.updates();
  expect(updates.slice(-2)).toMatchObject([
    { channel_post: { text: "New cars", sender_chat: { id: channel.id, type: "channel" } } },
    { edited_channel_post: { text: "New cars!" } },
  ]);
});
