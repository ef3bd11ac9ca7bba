import { afterEach, beforeEach, expect, it } from "vitest";
import type { OpenFile, OutgoingAct, Target, World } from "@/server/providers/provider";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";
import { type TelegramCredentials, telegramSettings } from "./schema";
import { telegram } from "./service";

let scene: Scene;
let bot: SceneBot;
let ana: ScenePerson;
let group: number;
let credentials: { token: string };
let world: { apiRoot: string };
const { channel } = telegram;

beforeEach(async () => {
  scene = await startScene();
  bot = await scene.addBot();
  ana = await scene.addPerson("en", "Ana");
  group = await scene.addForum([bot], [ana]);
  await scene.post("/start", { from: ana.id, bot: bot.id });
  credentials = { token: bot.token };
  world = { apiRoot: scene.simulator.url };
});
afterEach(() => scene.close());

const fault = (method: string, rest: object) =>
  scene.post("/faults", { bot: bot.id, method, times: 1, ...rest });
const floods = (floodLimits: object) => scene.control("PUT", "/settings", { floodLimits });
const look = { name: "Ana · #1", icon: "waiting" as const };
async function openTopic(): Promise<string> {
  const made = await channel?.createTopic(credentials, world, String(group), look);
  return (made?.ok && made.externalIds[0]) || "";
}
const noFiles: OpenFile = async () => null;
const act = (with_: TelegramCredentials, where: World, target: Target, wanted: OutgoingAct) =>
  channel?.act(with_, where, target, wanted, noFiles, "key");
const inPrivate = () => ({ chatId: String(ana.id) });
const heard = async () => (await scene.at(ana, { bot: bot.id }).heard()).map(({ text }) => text);

it("goes on after the pieces that were sent when a flood limit stops a long text", async () => {
  const message = { text: `${"a".repeat(4000)}\n\n${"b".repeat(4000)}\n\nthe end` };
  await floods({ enabled: true, privatePerSecond: 1, privateBurst: 1 });
  const first = await act(credentials, world, inPrivate(), { type: "message", message });
  expect(first).toMatchObject({ ok: false, kind: "retry", afterMs: expect.any(Number) });
  await floods({ enabled: false });
  const alreadySent = first?.ok === false ? first.alreadySent : undefined;
  expect(alreadySent).toHaveLength(1);
  const second = await act(credentials, world, inPrivate(), {
    type: "message",
    message,
    alreadySent,
  });
  expect(second?.ok && second.externalIds.length).toBe(2);
  expect((await heard()).map((text) => text?.[0])).toEqual(["a", "b"]);
});

it("writes the link out where Telegram refuses the Mini App's address", async () => {
  const buttons = [[{ label: "Open chat", miniApp: "http://chat.example/chat" }]];
  const sent = await act(credentials, world, inPrivate(), {
    type: "message",
    message: { text: "Hello", buttons },
  });
  expect(sent).toMatchObject({ ok: true });
  expect(await heard()).toEqual(["Hello\n\nOpen chat: http://chat.example/chat"]);
});

it("makes a topic with its icon, changes, closes and reopens it, and counts repeats as done", async () => {
  const target = { chatId: String(group), topicId: await openTopic() };
  const acts = [
    { type: "look", look: { name: "Ana · #1", icon: "manager" } },
    { type: "look", look: { name: "Ana · #1", icon: "manager" } },
    { type: "close-topic" },
    { type: "close-topic" },
    { type: "reopen-topic" },
  ] as const;
  for (const wanted of acts)
    expect(await act(credentials, world, target, wanted)).toMatchObject({ ok: true });
  const topic = (await scene.topics(group)).find(({ id }) => String(id) === target.topicId);
  expect(topic).toMatchObject({ name: "Ana · #1", closed: false, iconCustomEmojiId: expect.any(String) });
});

it("opens a topic again that refuses messages because it is closed", async () => {
  const target = { chatId: String(group), topicId: await openTopic() };
  await act(credentials, world, target, { type: "close-topic" });
  await fault("sendMessage", { errorCode: 400, description: "Bad Request: TOPIC_CLOSED" });
  const sent = await act(credentials, world, target, { type: "message", message: { text: "Hi" } });
  expect(sent).toMatchObject({ ok: true });
  expect((await scene.topics(group)).find(({ id }) => String(id) === target.topicId)?.closed).toBe(false);
});

it("takes an edit that changes nothing for done", async () => {
  const sent = await act(credentials, world, inPrivate(), {
    type: "message",
    message: { text: "Hi" },
  });
  const externalId = (sent?.ok && sent.externalIds[0]) || "";
  const edit = { type: "edit", externalId, message: { text: "Hi" } } as const;
  expect(await act(credentials, world, inPrivate(), edit)).toEqual({ ok: true, externalIds: [] });
});

it("never minds that typing could not be shown", async () => {
  await fault("sendChatAction", { errorCode: 403, description: "Forbidden: bot was blocked by the user" });
  await channel?.showTyping(credentials, world, inPrivate());
});

const settings = (...managerGroupIds: number[]) =>
  telegramSettings.parse({ managerGroupIds: managerGroupIds.map(String) });

it("finds what is wrong with token and managers' group", async () => {
  const probe = async (...groups: number[]) => {
    const found = await telegram.probe(credentials, world, settings(...groups));
    if (!found.ok) return found.code;
    return [
      ...found.warnings.map(({ code }) => code),
      ...found.groups.flatMap(({ trouble }) => trouble?.code ?? []),
    ];
  };
  expect(await probe(group)).toEqual([]);
  expect(await probe()).toEqual(["group_missing"]);
  expect(await probe(-1009999999999)).toEqual(["group_gone"]);
  expect(await probe(await scene.addForum([bot], [ana], { forum: false }))).toEqual(["group_not_forum"]);
  await scene.post(`/groups/${group}/rights`, {
    user: bot.id,
    rights: { can_manage_topics: false },
    by: ana.id,
  });
  expect(await probe(group)).toEqual(["group_no_rights"]);
  await scene.post(`/groups/${group}/kick`, { user: bot.id, by: ana.id });
  expect(await probe(group)).toEqual(["bot_kicked"]);
  expect(await probe(group, await scene.addForum([bot], [ana]))).toEqual(["bot_kicked"]);
  const wrong = await telegram.probe({ token: `${bot.id}:${"x".repeat(35)}` }, world, settings());
  expect(wrong).toMatchObject({ ok: false, code: "token_invalid" });
  await scene.close();
  expect(await probe()).toBe("unreachable");
  scene = await startScene();
});

it("tells in a health check whether the token works and updates are held up", async () => {
  const health = (token = bot.token) => telegram.health?.({ token }, world, settings());
  expect(await health()).toMatchObject([
    { code: "account", ok: true, detail: expect.stringMatching(/^@/) },
    { code: "webhook", ok: true, detail: "" },
  ]);
  expect(await health(`${bot.id}:${"x".repeat(35)}`)).toMatchObject([{ code: "account", ok: false }]);
});
