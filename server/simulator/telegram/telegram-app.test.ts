import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refusal, testWorld } from "../test-world";
import { SAMPLE_FILES } from "../world/sample-files";

type World = Awaited<ReturnType<typeof testWorld>>;
let world: World;

beforeEach(async () => {
  world = await testWorld();
});
afterEach(() => world.simulator.close());

const start = () => world.post("/start", { from: world.customer.id, bot: world.bot.id });
const raw = (method: string, body: object, token = world.bot.token) =>
  fetch(`${world.simulator.url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).then(async (response) => ({ status: response.status, body: await response.json() }));

describe("validation", () => {
  it("names what is unknown, missing or mistyped, also inside objects", async () => {
    const chat_id = world.forum.id;
    const cases: [object, string][] = [
      [{ chat_id, text: "x", bogus: 1 }, 'unknown parameter "bogus"'],
      [{ chat_id }, 'parameter "text" is required'],
      [{ chat_id, text: 5 }, 'parameter "text" must be a String'],
      [{ chat_id, text: "x", message_thread_id: "5" }, 'parameter "message_thread_id" must be an Integer'],
      [
        { chat_id, text: "x", reply_markup: { inline_keyboard: [[{ text: "a", callbackData: "b" }]] } },
        'unknown parameter "reply_markup.inline_keyboard[0][0].callbackData"',
      ],
      [
        { chat_id, text: "x", reply_markup: { keyboard: [[{ text: "a", bogus: 1 }]] } },
        'unknown parameter "reply_markup.keyboard[0][0].bogus"',
      ],
      [{ chat_id, text: "x", reply_parameters: {} }, 'parameter "reply_parameters.message_id" is required'],
    ];
    for (const [body, problem] of cases) {
      expect((await raw("sendMessage", body)).body).toEqual({
        ok: false,
        error_code: 400,
        description: `Bad Request: ${problem}`,
      });
    }
    await world.control("PUT", "/settings", { strict: false });
    expect((await raw("sendMessage", { chat_id, text: "x", bogus: 1 })).status).toBe(200);
  });

  it("takes 10.2's additions, queries and forms", async () => {
    await start();
    const sent = await raw("sendMessage", {
      chat_id: world.customer.id,
      text: "x",
      reply_markup: { inline_keyboard: [[{ text: "a", disabled: {} }]], force_reply: true },
    });
    expect(sent.body.ok).toBe(true);
    const base = `${world.simulator.url}/bot${world.bot.token}`;
    const query = await fetch(
      `${base}/sendMessage?chat_id=${world.customer.id}&text=hi&protect_content=true`,
    );
    expect(query.status).toBe(200);
    const form = new URLSearchParams({
      chat_id: String(world.customer.id),
      text: "hi",
      reply_markup: '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
    });
    const posted = await fetch(`${base}/sendMessage`, { method: "POST", body: form });
    expect((await posted.json()).result.reply_markup.inline_keyboard[0][0].callback_data).toBe("b");
  });

  it("knows unknown methods, methods it does not simulate, and wrong tokens", async () => {
    expect((await raw("sendTelepathy", {})).status).toBe(404);
    expect((await raw("getStarTransactions", {})).body.description).toContain("not simulated");
    expect(await raw("getMe", {}, "1:wrong")).toMatchObject({
      status: 401,
      body: { description: "Unauthorized" },
    });
  });
});

describe("updates", () => {
  it("waits, repeats what is unconfirmed, and tells the older of two pollers", async () => {
    const waiting = world.api.getUpdates({ timeout: 10 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await start();
    const first = await waiting;
    expect(first[0]?.message?.text).toBe("/start");
    expect(await world.api.getUpdates()).toEqual(first);
    expect(await world.api.getUpdates({ offset: (first[0]?.update_id ?? 0) + 1 })).toEqual([]);
    const older = refusal(world.api.getUpdates({ timeout: 10 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const newer = world.api.getUpdates({ timeout: 1 });
    expect(await older).toBe(
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    expect(await newer).toEqual([]);
  });

  it("counts a bot as listening also while it works on what it got", async () => {
    const isPolling = async () => {
      type View = { bots: { id: number; polling: boolean }[] };
      const { body } = await world.control<View>("GET", "/world");
      return body.bots.some(({ id, polling }) => id === world.bot.id && polling);
    };
    expect(await isPolling()).toBe(false);
    await world.api.getUpdates();
    expect(await isPolling()).toBe(true);
  });

  it("delivers webhooks with the secret, in order, until they are accepted", async () => {
    const seen: { secret: unknown; text: string }[] = [];
    let refused = 0;
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      if (refused++ < 2) return void response.writeHead(500).end();
      const update = JSON.parse(Buffer.concat(chunks).toString());
      seen.push({ secret: request.headers["x-telegram-bot-api-secret-token"], text: update.message.text });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    expect(await refusal(world.api.setWebhook("http://example.com/hook"))).toContain(
      "An HTTPS URL must be provided",
    );
    await world.api.setWebhook(url, { secret_token: "s3cret" });
    expect(await refusal(world.api.getUpdates())).toContain(
      "can't use getUpdates method while webhook is active",
    );
    await start();
    await world.post("/messages", { from: world.customer.id, bot: world.bot.id, text: "second" });
    await expect
      .poll(() => seen)
      .toEqual([
        { secret: "s3cret", text: "/start" },
        { secret: "s3cret", text: "second" },
      ]);
    const info = await world.api.getWebhookInfo();
    expect(info).toMatchObject({
      pending_update_count: 0,
      last_error_message: expect.stringContaining("500"),
    });
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("private chats", () => {
  it("must be started by the person, who can block the bot", async () => {
    const send = () => refusal(world.api.sendMessage(world.customer.id, "hello"));
    expect(await refusal(world.api.sendMessage(12345, "x"))).toBe("Bad Request: chat not found");
    expect(await send()).toBe("Forbidden: bot can't initiate conversation with a user");
    await start();
    expect(await send()).toBe("accepted");
    await world.updates();
    await world.post("/blocks", { user: world.customer.id, bot: world.bot.id });
    expect(await send()).toBe("Forbidden: bot was blocked by the user");
    const [update] = await world.updates();
    expect(update?.my_chat_member?.new_chat_member.status).toBe("kicked");
  });

  it("checks texts, buttons and edits in Telegram's words", async () => {
    await start();
    const chat = world.customer.id;
    const button = (one: object) =>
      refusal(
        world.api.sendMessage(chat, "x", {
          reply_markup: { inline_keyboard: [[{ text: "b", ...one } as never]] },
        }),
      );
    expect(await refusal(world.api.sendMessage(chat, "x".repeat(4097)))).toBe(
      "Bad Request: message is too long",
    );
    expect(await refusal(world.api.sendMessage(chat, "  "))).toBe("Bad Request: message text is empty");
    expect(await refusal(world.api.sendMessage(chat, "a<b", { parse_mode: "HTML" }))).toContain(
      "can't parse entities",
    );
    expect(await refusal(world.api.sendMessage(chat, "a.b", { parse_mode: "MarkdownV2" }))).toContain(
      "Character '.' is reserved",
    );
    expect(await button({ callback_data: "я".repeat(33) })).toBe("Bad Request: BUTTON_DATA_INVALID");
    expect(await button({ url: "http://localhost:3000" })).toContain("Wrong HTTP URL");
    expect(await button({ web_app: { url: "http://example.com" } })).toContain(
      "Only HTTPS links are allowed",
    );
    expect(await button({ web_app: { url: "http://localhost:3000/chat" } })).toBe("accepted");

    const sent = await world.api.sendMessage(chat, "<b>one</b>", { parse_mode: "HTML" });
    expect(sent.entities).toEqual([{ type: "bold", offset: 0, length: 3 }]);
    const edit = (text: string) =>
      refusal(world.api.editMessageText(chat, sent.message_id, text, { parse_mode: "HTML" }));
    expect(await edit("<b>one</b>")).toContain("message is not modified");
    expect(await edit("two")).toBe("accepted");
    expect(await refusal(world.api.editMessageText(chat, 999, "x"))).toBe(
      "Bad Request: message to edit not found",
    );
    expect(await refusal(world.api.editMessageText(chat, 1, "x"))).toBe(
      "Bad Request: message can't be edited",
    );
    expect(await refusal(world.api.editMessageCaption(chat, sent.message_id, { caption: "x" }))).toContain(
      "there is no caption",
    );
    await world.api.deleteMessage(chat, sent.message_id);
    expect(await refusal(world.api.deleteMessage(chat, sent.message_id))).toBe(
      "Bad Request: message to delete not found",
    );
  });

  it("carries files both ways and albums as one group", async () => {
    await start();
    const chat = world.customer.id;
    const sent = await world.api.sendDocument(chat, new InputFile(Buffer.from("hello"), "a.txt"), {
      caption: "see",
    });
    const again = await world.api.sendDocument(chat, sent.document.file_id);
    const file = await world.api.getFile(again.document.file_id);
    const url = `${world.simulator.url}/file/bot${world.bot.token}/${file.file_path}`;
    expect(await (await fetch(url)).text()).toBe("hello");
    const album = await world.api.sendMediaGroup(chat, [
      { type: "photo", media: new InputFile(SAMPLE_FILES.photo.bytes, "1.jpg") },
      { type: "photo", media: new InputFile(SAMPLE_FILES.photo.bytes, "2.jpg"), caption: "both" },
    ]);
    expect(
      new Set(album.map((message) => ("media_group_id" in message ? message.media_group_id : null))).size,
    ).toBe(1);
    await world.updates();
    await world.post("/messages", {
      from: chat,
      bot: world.bot.id,
      mediaGroup: [{ photo: {} }, { photo: {}, caption: "c" }],
    });
    await world.post("/messages", { from: chat, bot: world.bot.id, voice: { duration: 3 } });
    const updates = await world.updates();
    expect(updates.map(({ message }) => message?.voice?.duration ?? message?.photo?.length)).toEqual([
      1, 1, 3,
    ]);
    expect(updates[0]?.message?.media_group_id).toBe(updates[1]?.message?.media_group_id);
  });

  it("refuses what Telegram shows as no photo, ids of another kind, and reactions that are none", async () => {
    await start();
    const chat = world.customer.id;
    const photo = (bytes: Uint8Array) => refusal(world.api.sendPhoto(chat, new InputFile(bytes, "a.jpg")));
    const wide = Buffer.from(SAMPLE_FILES.photo.bytes);
    // Width and height of a PNG.
    wide.writeUInt32BE(2100, 16);
    wide.writeUInt32BE(100, 20);
    expect(await photo(Buffer.from("no image"))).toContain("IMAGE_PROCESS_FAILED");
    expect(await photo(wide)).toContain("PHOTO_INVALID_DIMENSIONS");
    const sent = await world.api.sendPhoto(chat, new InputFile(SAMPLE_FILES.photo.bytes, "a.png"));
    const id = sent.photo.at(-1)?.file_id ?? "";
    expect(await refusal(world.api.sendVideo(chat, id))).toContain("can't use file of type photos as video");
    const react = (emoji: never) =>
      refusal(world.api.setMessageReaction(chat, sent.message_id, [{ type: "emoji", emoji }]));
    expect(await react("🍕" as never)).toContain("REACTION_INVALID");
  });
});

describe("forums", () => {
  it("keeps topics as Telegram does, with its errors", async () => {
    const chat = world.forum.id;
    const topic = await world.api.createForumTopic(chat, "Мария", { icon_color: 7322096 });
    const id = topic.message_thread_id;
    const say = (thread: number) => refusal(world.api.sendMessage(chat, "x", { message_thread_id: thread }));
    expect(await say(id)).toBe("accepted");
    expect(await say(1)).toBe("Bad Request: message thread not found");
    expect(await refusal(world.api.editForumTopic(chat, id, { name: "Мария" }))).toBe(
      "Bad Request: TOPIC_NOT_MODIFIED",
    );
    await world.api.closeForumTopic(chat, id);
    expect(await refusal(world.api.closeForumTopic(chat, id))).toBe("Bad Request: TOPIC_NOT_MODIFIED");
    expect(await say(id)).toBe("accepted");
    await world.updates();
    await world.post("/messages", { from: world.manager.id, chat, topic: id, text: "reply" });
    await world.post("/messages", { from: world.manager.id, chat, text: "in General" });
    const [inTopic, general] = await world.updates();
    expect(inTopic?.message).toMatchObject({ message_thread_id: id, is_topic_message: true, text: "reply" });
    expect(general?.message?.message_thread_id).toBeUndefined();
    await world.post("/topics/delete", { chat, topic: id });
    expect(await say(id)).toBe("Bad Request: message thread not found");
  });

  it("heeds rights, closed topics, kicks and plain groups", async () => {
    const chat = world.forum.id;
    const topic = await world.post<{ id: number }>("/topics/create", { chat, name: "Theirs" });
    await world.post(`/groups/${chat}/rights`, { user: world.bot.id, rights: {} });
    expect(await refusal(world.api.createForumTopic(chat, "x"))).toBe(
      "Bad Request: not enough rights to create a topic",
    );
    expect(await refusal(world.api.closeForumTopic(chat, topic.id))).toBe(
      "Bad Request: not enough rights to close or open the topic",
    );
    await world.post("/topics/close", { chat, topic: topic.id });
    const send = () => refusal(world.api.sendMessage(chat, "x", { message_thread_id: topic.id }));
    expect(await send()).toBe("Bad Request: TOPIC_CLOSED");
    const webApp = { inline_keyboard: [[{ text: "b", web_app: { url: "https://example.com" } }]] };
    expect(await refusal(world.api.sendMessage(chat, "x", { reply_markup: webApp }))).toBe(
      "Bad Request: BUTTON_TYPE_INVALID",
    );
    await world.post(`/groups/${chat}/kick`, { user: world.bot.id });
    expect(await send()).toBe("Forbidden: bot was kicked from the supergroup chat");
    expect((await world.updates()).at(-1)?.my_chat_member?.new_chat_member.status).toBe("kicked");

    const plain = await world.post<{ id: number }>("/groups", {
      title: "Plain",
      type: "group",
      members: [
        { user: world.bot.id, status: "administrator" },
        { user: world.manager.id, status: "creator" },
      ],
    });
    expect(await refusal(world.api.createForumTopic(plain.id, "x"))).toBe(
      "Bad Request: the chat is not a forum",
    );
    const upgraded = await world.post<{ id: number }>(`/groups/${plain.id}/upgrade`, { forum: true });
    const moved = await raw("sendMessage", { chat_id: plain.id, text: "x" });
    expect(moved.body.parameters).toEqual({ migrate_to_chat_id: upgraded.id });
  });

  it("hides bots from bots and anonymous admins behind the group", async () => {
    const other = await world.post<{ id: number; token: string }>("/bots", {
      username: "other_bot",
      firstName: "Other",
    });
    await world.post(`/groups/${world.forum.id}/members`, { user: other.id, status: "administrator" });
    await world.updates();
    await world.api.sendMessage(world.forum.id, "from a bot");
    await world.post("/messages", {
      from: world.manager.id,
      chat: world.forum.id,
      text: "hidden",
      anonymous: true,
    });
    const others = await raw("getUpdates", { allowed_updates: ["message"] }, other.token);
    const texts = others.body.result.map((update: { message?: { text?: string } }) => update.message?.text);
    expect(texts).not.toContain("from a bot");
    const [update] = await world.updates();
    expect(update?.message).toMatchObject({ from: { id: 1087968824 }, sender_chat: { id: world.forum.id } });
  });
});

describe("floods", () => {
  it("lets bursts through, then asks to wait, per chat and group", async () => {
    await world.control("PUT", "/settings", { floodLimits: { enabled: true } });
    await start();
    const outcomes: string[] = [];
    for (let index = 0; index < 7; index++)
      outcomes.push(await refusal(world.api.sendMessage(world.customer.id, "x")));
    expect(outcomes.slice(0, 5).every((one) => one === "accepted")).toBe(true);
    expect(outcomes[6]).toMatch(/^Too Many Requests: retry after \d+$/);
    await world.control("PUT", "/settings", { floodLimits: { overallPerSecond: 1000 } });
    for (let index = 0; index < 20; index++) await world.api.sendMessage(world.forum.id, "x");
    const refused = await raw("sendMessage", { chat_id: world.forum.id, text: "x" });
    expect(refused.status).toBe(429);
    expect(refused.body.parameters.retry_after).toBeGreaterThan(30);
  });
});
