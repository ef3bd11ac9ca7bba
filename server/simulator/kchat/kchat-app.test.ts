import { EventSourceParserStream } from "eventsource-parser/stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type KchatScene, startKchatScene } from "./kchat-scene";
import type { KchatBot, KchatUser } from "./kchat-state";

interface Told {
  type: string;
  id: string;
  /** The frame's content with ids as they were written. */
  content: string;
}
type Chat = Awaited<ReturnType<KchatScene["p2p"]>>;

let scene: KchatScene;
let bot: KchatBot;
let ivan: KchatUser;
let chat: Chat;

beforeEach(async () => {
  scene = await startKchatScene();
  bot = await scene.addBot("Собрания");
  ivan = await scene.addPerson({ firstName: "Иван", email: "ivan@example.com" });
  chat = await scene.p2p(ivan, bot);
});
afterEach(() => scene.close());

/** Calls the bot API; the answer as text, so that no digit is lost. */
async function call(path: string, body?: object | string, headers: Record<string, string> = {}) {
  const response = await fetch(`${scene.baseUrl}${path}`, {
    method: "POST",
    headers: { authorization: bot.token, "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}
const here = (method: string, rest = "") => `/botapi/v1/${method}/-1/${chat.groupId}${rest}`;
const send = (body: object, clientRandomId: unknown = 7) =>
  call(here("messages/sendTextMessage"), { clientRandomId, message: "Здравствуйте", ...body });
const sentId = (text: string) => /"messageId":(\d+)/.exec(text)?.[1] ?? "";

/** Listens; `next` waits for the next event that is no PING, null once the stream has ended. */
async function listen(headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await fetch(`${scene.baseUrl}/api/v2/events/bot`, {
    headers: { authorization: bot.token, accept: "text/event-stream", workspaceids: "-1", ...headers },
    signal: abort.signal,
  });
  if (!response.ok || !response.body) return { status: response.status, next: async () => null, abort };
  const reader = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  const next = async (): Promise<Told | null> => {
    for (;;) {
      const read = await reader.read().catch(() => null);
      if (!read?.value) return null;
      const { event = "", id = "", data } = read.value;
      if (event !== "PING") return { type: event, id, content: JSON.parse(data).content };
    }
  };
  return { status: response.status, next, abort };
}
const wordsOf = (told: Told | null) => /"message\\?":\\?"([^"\\]*)/.exec(told?.content ?? "")?.[1];

it("knows a bot by its bare token only", async () => {
  const get = "/botapi/v1/groups/getAllUserGroupStates";
  expect((await call(get)).status).toBe(200);
  const refused = await call(get, undefined, { authorization: `Bearer ${bot.token}` });
  expect(refused).toMatchObject({ status: 401, text: expect.stringContaining("Unauthorized") });
  const other = bot.token.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect((await call(get, undefined, { authorization: other })).status).toBe(401);
  expect((await listen({ authorization: other })).status).toBe(401);
  const stream = await listen();
  await scene.expire(bot);
  expect(await stream.next()).toBeNull();
  expect((await call(get)).text).toContain("the token has expired");
  bot = await scene.renew(bot);
  expect((await call(get)).status).toBe(200);
});

it("refuses every malformed parameter and says which", async () => {
  const button = (id: number, more: object = {}) => ({ id, label: `№ ${id}`, ...more });
  const many = (count: number) => Array.from({ length: count }, (_, index) => button(index));
  const cases: [object, string][] = [
    [{ text: "x" }, "text"],
    [{ message: "" }, "message: empty"],
    [{ message: "я".repeat(4097) }, "longer than 4096"],
    [{ clientRandomId: "once" }, "clientRandomId"],
    [{ replyMsgId: 12 }, "no message 12"],
    [{ entities: [{ bold: { offset: 10, length: 5 } }] }, "outside the text"],
    [{ entities: [{ bold: { offset: 0, length: 1 }, italic: { offset: 0, length: 1 } }] }, "one kind"],
    [{ buttonsMarkup: { inlineMessageButtons: many(21) } }, "at most 20"],
    [{ buttonsMarkup: { gridMessageButtons: [many(5)] } }, "at most 4 columns"],
    [{ buttonsMarkup: { inlineMessageButtons: many(1), gridMessageButtons: [many(1)] } }, "either"],
    [{ buttonsMarkup: { inlineMessageButtons: [button(1, { type: ["action", "url"] })] } }, "one type"],
    [{ buttonsMarkup: { inlineMessageButtons: [button(1), button(1)] } }, "same id"],
    [{ buttonsMarkup: { inlineMessageButtons: [button(1, { url: "x" })] } }, "url"],
  ];
  for (const [body, why] of cases) {
    const { status, text } = await send(body);
    expect([status, text]).toEqual([400, expect.stringContaining(why)]);
  }
  expect((await call(here("messages/sendTextMessage"), "{")).text).toContain("not JSON");
  expect((await call(here("messages/sendTextMessage"), { message: "x" })).status).toBe(400);
  expect((await call("/botapi/v1/messages/sendTextMessage/-1/abc", {})).text).toContain("64-bit");
  expect(
    (await call("/botapi/v1/messages/sendTextMessage/-1/99", { clientRandomId: 1, message: "x" })).text,
  ).toContain("not a member");
  expect((await call("/botapi/v1/messages/shout/-1/1", {})).status).toBe(404);
  expect((await send({}, 1)).status).toBe(200);
  const plain = { "content-type": "text/plain" };
  expect((await call(here("messages/confirm"), "{}", plain)).status).toBe(415);
  expect(await chat.heard()).toHaveLength(1);
});

it("writes ids that a double cannot hold, in answers and in events", async () => {
  const stream = await listen();
  const message = await chat.say("/start");
  expect(Number.isSafeInteger(Number(message.id))).toBe(false);
  const told = await stream.next();
  expect(told).toMatchObject({ type: "MESSAGE", content: expect.stringContaining(`:${message.id},`) });
  expect(told?.content).toContain(`:${ivan.id},`);
  const { text } = await call(here("messages/getAllUnreadMessages"));
  expect(text).toContain(`"id":${message.id},`);
  const answered = await send({ replyMsgId: message.id });
  expect((await chat.heard())[0]).toMatchObject({ id: sentId(answered.text), replyMsgId: message.id });
  const rounded = String(Number(message.id) + 2048);
  expect((await send({ replyMsgId: rounded })).status).toBe(400);
});

it("carries payloads as objects and as text", async () => {
  const stream = await listen();
  const kinds: string[] = [];
  for (const text of ["раз", "два"]) {
    await chat.say(text);
    const told = await stream.next();
    expect(wordsOf(told)).toBe(text);
    kinds.push(typeof JSON.parse(told?.content ?? "").payload);
  }
  expect(kinds.sort()).toEqual(["object", "string"]);
});

it("keeps what is unread until it is confirmed", async () => {
  await chat.say("раз");
  const second = await chat.say("два");
  const unread = async () => JSON.parse((await call(here("messages/getAllUnreadMessages"))).text).length;
  expect(await unread()).toBe(2);
  const { text } = await call("/botapi/v1/groups/getAllUserGroupStates");
  expect(text).toContain(`"lastMessageId":${second.id},"lastSeenMessageId":0,"counter":2`);
  expect(text).toContain(`"groupId":${bot.id},`);
  expect(text).toContain('"type":"SYSTEM"');
  await call(here("messages/confirm"), `{"lastMessageId":${second.id}}`);
  expect(await unread()).toBe(0);
  const state = await call(here("groups/getUserGroupState"));
  expect(state.text).toContain(`"opponent":{"id":${ivan.id},"phone":"${ivan.phone}","firstName":"Иван"`);
  const who = await call("/api/v1/users/getUser", `{"userId":${ivan.id}}`);
  expect(who.text).toContain('"email":"ivan@example.com"');
  expect((await call("/api/v1/users/getUser", { userId: 5 })).status).toBe(404);
});

it("tells of pressed buttons as words with metadata, of actions apart", async () => {
  const buttonsMarkup = {
    gridMessageButtons: [
      [
        { id: 1, label: "Да", callbackMessage: "Я приду", callbackData: "att:1:yes" },
        { id: 2, label: "Ещё", callbackData: "more", type: "action" },
      ],
    ],
  };
  const { text } = await send({ buttonsMarkup });
  const stream = await listen();
  await chat.press("Да");
  const told = await stream.next();
  expect(wordsOf(told)).toBe("Я приду");
  expect(told?.content.replaceAll("\\", "")).toContain(
    '"metadata":{"type":"SELECTED_BUTTON","selectedButton":{"id":1,"callbackData":"att:1:yes"}}',
  );
  await chat.press("Ещё");
  const clicked = await stream.next();
  expect(clicked?.type).toBe("MESSAGE_BUTTON_CLICKED");
  expect(clicked?.content.replaceAll("\\", "")).toContain(`"buttonId":2,"data":"more","userId":${ivan.id}`);

  await call(here("messages/updateTextMessage", `/${sentId(text)}`), { message: "Записано" });
  await call(here("messages/deleteMessageButtons", `/${sentId(text)}`));
  expect(await chat.find("Записано")).not.toHaveProperty("buttonsMarkup");
  await expect(chat.press("Да")).rejects.toThrow("no button");
  await call(here("messages/deleteMessages"), `{"messageIds":[${sentId(text)}]}`);
  expect(await chat.heard()).toEqual([]);
  const [word] = await chat.read();
  expect((await call(here("messages/deleteMessages"), { messageIds: [word?.id] })).text).toContain("own");
});

it("echoes the bot's own messages, the system's and other groups' to all who are there", async () => {
  const other = await scene.addPerson();
  const stream = await listen();
  const group = await scene.group("Отдел продаж", [bot, ivan, other]);
  expect((await stream.next())?.type).toBe("GROUP_ME_ADD");
  expect((await stream.next())?.content).toContain("-100");
  await group.as(other).say("привет");
  expect(wordsOf(await stream.next())).toBe("привет");
  await send({ message: "сам" });
  const own = await stream.next();
  expect([wordsOf(own), own?.content.includes(bot.id)]).toEqual(["сам", true]);
});

it("counts a message sent twice as two unless a setting says otherwise", async () => {
  await send({}, 41);
  await send({}, 41);
  expect(await chat.heard()).toHaveLength(2);
  await scene.settings({ deduplicates: true });
  const [first, second] = [await send({}, 42), await send({}, "42")];
  expect(second.text).toBe(first.text);
  expect(await chat.heard()).toHaveLength(3);
});

it("takes so many requests a minute", async () => {
  await scene.settings({ requestLimit: { enabled: true, perMinute: 3 } });
  const statuses = [];
  for (let index = 0; index < 4; index++) statuses.push((await send({})).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await scene.calls("sendTextMessage", bot)).map(({ status }) => status)).toEqual(statuses);
  expect(await chat.heard()).toHaveLength(3);
});

it("fails calls as planned, done or not", async () => {
  await scene.fault({ method: "sendTextMessage", status: 504, times: 2 });
  expect([(await send({})).status, (await send({})).status]).toEqual([504, 504]);
  expect(await chat.heard()).toHaveLength(0);
  await scene.fault({ method: "sendTextMessage", status: 504, carriedOut: true });
  expect((await send({})).status).toBe(504);
  expect(await chat.heard()).toHaveLength(1);
  await scene.fault({ drop: true, carriedOut: true });
  await expect(send({})).rejects.toThrow();
  expect(await chat.heard()).toHaveLength(2);
  await scene.fault({ delayMs: 60 });
  const began = performance.now();
  expect((await send({})).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(55);
});

it("cuts, doubles and reorders events, and tells nothing again", async () => {
  const stream = await listen();
  await scene.stream(bot, { double: 1, reorder: 2 });
  await chat.say("раз");
  await chat.say("два");
  const told = [await stream.next(), await stream.next(), await stream.next()];
  expect(told.map(wordsOf)).toEqual(["два", "два", "раз"]);
  await scene.stream(bot, { cutAfter: 1 });
  await chat.say("три");
  await chat.say("четыре");
  expect(wordsOf(await stream.next())).toBe("три");
  expect(await stream.next()).toBeNull();
  expect(await scene.connected(bot)).toBe(false);
  await scene.stream(bot, { refuse: 1 });
  expect((await listen()).status).toBe(503);
  const again = await listen();
  await chat.say("пять");
  expect(wordsOf(await again.next())).toBe("пять");
  await scene.stream(bot, { cut: true });
  expect(await again.next()).toBeNull();
  expect((await listen({ accept: "*/*" })).status).toBe(406);
  expect((await listen({ workspaceids: "all" })).status).toBe(400);
});
