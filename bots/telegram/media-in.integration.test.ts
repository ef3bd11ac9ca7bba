import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { attachmentView } from "@/server/domain/files/attachment-view";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";

let scene: Scene;
let bots: RunningBots;
let bot: SceneBot;
let manager: ScenePerson;
let group: number;
let resourceId: number;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  manager = await scene.addPerson("en", "Ana");
  group = await scene.addForum([bot], [manager]);
  const workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  await nameManager(workspaceId, manager.id, "Ana");
  bots = await startBots();
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
});

type Sent = { message_id: number };
const include = {
  attachments: { orderBy: { position: "asc" }, include: { file: true } },
  reactions: true,
  links: true,
} as const;

async function customer(languageCode = "en") {
  const person = await scene.addPerson(languageCode);
  const chat = scene.at(person, { bot: bot.id });
  const send = <Answer = Sent>(content: object) =>
    scene.post<Answer>("/messages", { from: person.id, bot: bot.id, ...content });
  const messages = () =>
    db.message.findMany({
      where: { conversation: { contact: { externalId: String(person.id) } } },
      orderBy: { seq: "asc" },
      include,
    });
  const written = async () => (await messages()).filter(({ author }) => author === "customer");
  const received = (count = 1) =>
    until(`${count} messages of ${person.firstName}`, async () => {
      const found = await written();
      return found.length >= count && found;
    });
  const fetched = () =>
    until("the files are here", async () => {
      const found = await written();
      const all = found.flatMap(({ attachments }) => attachments);
      return all.length > 0 && all.every(({ state }) => state !== "fetching") && all;
    });
  const hears = (text: RegExp) => until(`${person.firstName} hears ${text}`, () => chat.find(text));
  const raw = (update: object) => scene.post("/updates", { bot: bot.id, update });
  const conversation = () =>
    db.conversation.findFirstOrThrow({ where: { contact: { externalId: String(person.id) } } });
  const topic = async () => {
    await chat.say("/operator");
    const { id } = await until("a topic", async () =>
      (await scene.topics(group)).find(({ name }) => name.startsWith(`${person.firstName} ·`)),
    );
    const place = scene.at(manager, { chat: group, topic: id });
    await until("the card", () => place.find(/Why a person/));
    return { id, ...place };
  };
  const base = (messageId: number) => ({
    message_id: messageId,
    date: 1760000000,
    chat: { id: person.id, type: "private", first_name: person.firstName },
    from: { id: person.id, is_bot: false, first_name: person.firstName, language_code: languageCode },
  });
  return { person, chat, send, messages, received, fetched, hears, raw, conversation, topic, base };
}

describe.concurrent("media from customers", () => {
  test("a photo's bytes are kept; alone it is not understood, and a manager is offered once", async () => {
    const one = await customer();
    await one.send({ photo: {} });
    const [photo] = await one.fetched();
    expect(photo).toMatchObject({ kind: "photo", state: "ready", errorCode: null });
    expect(photo?.file?.sizeBytes).toBeGreaterThan(0);
    expect(photo?.details).toMatchObject({ width: expect.any(Number) });
    await one.hears(/cannot open files/);
    await one.send({ photo: {} });
    await until("the second photo was looked at", async () => (await one.conversation()).answeredSeq >= 3);
    expect((await one.chat.heard()).filter(({ text }) => /cannot open files/.test(text ?? ""))).toHaveLength(
      1,
    );
    expect(await one.conversation()).toMatchObject({ offer: "open", handoffReason: "attachment" });
    const [message] = await one.received();
    expect(message?.text).toBe("");
    await one.chat.say("yes");
    await one.hears(/called a manager/);
  });

  test("a caption is answered as a question", async () => {
    const one = await customer();
    await one.send({ photo: {}, caption: "What is the deposit for an economy car?" });
    await one.hears(/150 euros/);
  });

  test("an album of four is one message with four files, and one turn", async () => {
    const one = await customer();
    const photos = [
      { photo: {}, caption: "Is this scratch covered?" },
      { photo: {} },
      { photo: {} },
      { photo: {} },
    ];
    const sent = await one.send<Sent[]>({ mediaGroup: photos });
    const [message, ...others] = await one.received();
    expect(others).toEqual([]);
    expect(message?.text).toBe("Is this scratch covered?");
    expect(message?.attachments).toHaveLength(4);
    expect(message?.links.map(({ externalId }) => Number(externalId)).sort()).toEqual(
      sent.map(({ message_id }) => message_id).sort(),
    );
    expect(await one.fetched()).toHaveLength(4);
    await until("the answer", async () => (await one.conversation()).answeredSeq === 1);
    await one.chat.say("and this?", { replyTo: sent[2]?.message_id });
    const [album, reply] = await one.received(2);
    expect(reply?.replyToId).toBe(album?.id);
  });

  test.each([
    ["voice", { voice: { duration: 7 } }, { durationSeconds: 7 }, /cannot open files/],
    ["video_note", { video_note: { duration: 5 } }, { durationSeconds: 5 }, /cannot open files/],
    ["document", { document: { name: "offer.pdf" } }, {}, /cannot open files/],
    ["location", { location: { latitude: 44.8, longitude: 20.4 } }, { latitude: 44.8 }, /cannot open files/],
    [
      "contact",
      { contact: { phone_number: "+38160123", first_name: "Mia" } },
      { phoneNumber: "+38160123", firstName: "Mia" },
      /cannot open files/,
    ],
    ["sticker", { sticker: { emoji: "👋" } }, { emoji: "👋" }, /^Hello!/],
  ])("%s", async (kind, content, details, answer) => {
    const one = await customer();
    await one.send(content);
    const [attachment] = await one.fetched();
    expect(attachment).toMatchObject({ kind, state: "ready", details });
    await one.hears(answer);
  });

  test("25 MB are too large: told with the message, never asked of Telegram", async () => {
    const one = await customer();
    const document = {
      file_id: "huge",
      file_unique_id: "h",
      file_name: "film.mkv",
      file_size: 25 * 1024 * 1024,
    };
    await one.raw({ message: { ...one.base(9001), document } });
    const [attachment] = await one.fetched();
    expect(attachment).toMatchObject({ state: "failed", errorCode: "too_large", fileName: "film.mkv" });
    expect(
      (await scene.calls("getFile", bot.id)).some(({ parameters }) => parameters.file_id === "huge"),
    ).toBe(false);
  });

  test("above a gigabyte a day a file stays in Telegram, and its message says so", async () => {
    const one = await customer();
    await one.send({ document: { name: "first.txt" } });
    const [first] = await one.fetched();
    const { contactId } = await one.conversation();
    const mine = { contactId, resourceId: null };
    expect(first?.file).toMatchObject(mine);
    await db.file.updateMany({ where: mine, data: { sizeBytes: 1024 ** 3 } });
    await one.send({ document: { name: "second.txt" } });
    const all = await until("the second has an outcome", async () => {
      const files = (await one.received(2)).flatMap(({ attachments }) => attachments);
      return files.every(({ state }) => state !== "fetching") && files;
    });
    expect(all[1]).toMatchObject({ state: "failed", errorCode: "day_limit", fileName: "second.txt" });
    expect(all[1] && attachmentView(all[1])).toMatchObject({ reason: "day_limit", url: null });
  });

  test("what is gone at Telegram is shown as failed", async () => {
    const one = await customer();
    await one.raw({ message: { ...one.base(9002), voice: { file_id: "gone", duration: 1 } } });
    expect((await one.fetched())[0]).toMatchObject({ state: "failed", errorCode: "gone" });
  });

  test("kinds we cannot carry are told in words; service messages stay silent", async () => {
    const one = await customer("ru");
    await one.raw({ message: { ...one.base(9100), pinned_message: { message_id: 1 } } });
    await one.raw({
      message: { ...one.base(9101), poll: { id: "1", question: "Какая машина?", options: [] } },
    });
    await one.raw({ message: { ...one.base(9102), hologram_of_2031: {} } });
    expect((await one.received(2)).map(({ text }) => text)).toEqual([
      "[Опрос: Какая машина?]",
      "[Сообщение, которое нельзя показать здесь; откройте в Telegram]",
    ]);
  });

  test("an update that comes twice, or again under another number, makes nothing twice", async () => {
    const one = await customer();
    const photo = [{ file_id: "p", file_unique_id: "p", width: 1, height: 1 }];
    const lane = String(one.person.id);
    const store = (...updates: [externalId: string, messageId: number][]) =>
      receiveUpdates(
        resourceId,
        updates.map(([externalId, messageId]) => ({
          externalId,
          lane,
          payload: { message: { ...one.base(messageId), photo, media_group_id: "77" } },
        })),
      );
    await store(["double-2", 9201], ["double-1", 9200], ["double-1", 9200]);
    await store(["double-1", 9200]);
    const [album] = await one.received();
    expect(album?.attachments).toHaveLength(2);
    await store(["double-3", 9200], ["double-4", 9202]);
    const both = await one.received(2);
    expect(both.map(({ attachments }) => attachments.length)).toEqual([2, 1]);
  });

  test("malformed updates are kept and passed over; the lane goes on", async () => {
    const one = await customer();
    await one.raw({ message: { ...one.base(9300), from: { id: "x" } } });
    await one.raw({ message: { ...one.base(9301), text: { no: "text" } } });
    await one.chat.say("still here");
    const texts = (await one.received(2)).map(({ text }) => text);
    expect(texts).toEqual([
      "[Message of a kind that cannot be shown here; see it in Telegram]",
      "still here",
    ]);
    const kept = await db.inboundUpdate.findFirst({
      where: { resourceId, lane: String(one.person.id), error: { not: null } },
    });
    expect(kept).toMatchObject({ error: "malformed: message.from.id", processedAt: expect.any(Date) });
  });
});

describe.concurrent("edits and reactions", () => {
  test("an edited caption follows, with its formatting", async () => {
    const one = await customer();
    const sent = await one.send({ photo: {}, caption: "Sratch" });
    await one.received();
    await scene.post("/edits", {
      from: one.person.id,
      bot: bot.id,
      messageId: sent.message_id,
      caption: "Scratch",
    });
    await until("the caption follows", async () => (await one.received())[0]?.text === "Scratch");
    expect((await one.received())[0]?.attachments).toHaveLength(1);
  });

  test("a file that took another's place comes as a reply, once", async () => {
    const one = await customer();
    const document = { file_id: "first", file_unique_id: "1", file_name: "offer.txt", file_size: 10 };
    await one.raw({ message: { ...one.base(9400), document, caption: "Our offer" } });
    await one.received();
    const swapped = { ...document, file_id: "second", file_unique_id: "2", file_size: 20 };
    const edited = { ...one.base(9400), edit_date: 1760000100, document: swapped, caption: "Our offer!" };
    await one.raw({ edited_message: edited });
    await one.received(2);
    await one.raw({ edited_message: { ...edited, caption: "Our offer!!" } });
    const [original, reply, ...others] = await until("the second edit", async () => {
      const found = await one.received(2);
      return found[0]?.text === "Our offer!!" && found;
    });
    expect(others).toEqual([]);
    expect(original?.attachments).toMatchObject([{ externalFileId: "first" }]);
    expect(reply).toMatchObject({ replyToId: original?.id, attachments: [{ externalFileId: "second" }] });
  });

  test("a customer's reaction reaches the message in the topic, changes and goes", async () => {
    const one = await customer();
    const topic = await one.topic();
    const words = await topic.say("Hello, I am Ana");
    const heard = await one.hears(/I am Ana/);
    const react = (emoji: string | null) =>
      scene.post("/reactions", { from: one.person.id, bot: bot.id, messageId: heard.message_id, emoji });
    const shown = (emoji: string | null) =>
      until(`reaction ${emoji}`, async () => {
        const reactions = (await one.messages()).flatMap(({ reactions }) => reactions);
        return (
          (reactions[0]?.emoji ?? null) === emoji && (emoji === null || reactions[0]?.side === "customer")
        );
      });
    await react("👍");
    await shown("👍");
    await react("🔥");
    await shown("🔥");
    await react(null);
    await shown(null);
    const acts = await until("three acts are queued", async () => {
      const found = await db.delivery.findMany({
        where: { dedupeKey: { startsWith: "reaction:" }, chat: { externalId: String(group) } },
        orderBy: { id: "asc" },
      });
      const own = found.map(({ act }) => act as { externalId: string; emoji: string | null });
      const mine = own.filter(({ externalId }) => externalId === String(words.message_id));
      return mine.length === 3 && mine;
    });
    expect(acts.map(({ emoji }) => emoji)).toEqual(["👍", "🔥", null]);
  });

  test("a manager's reaction in the topic is the staff's; a stranger's is nobody's", async () => {
    const one = await customer();
    const topic = await one.topic();
    const words = await topic.say("Which car is it?");
    await one.hears(/Which car/);
    const stranger = await scene.addPerson("en");
    await scene.post(`/groups/${group}/members`, { user: stranger.id });
    for (const [person, emoji] of [
      [stranger, "👎"],
      [manager, "🙏"],
    ] as const)
      await scene.post("/reactions", { from: person.id, chat: group, messageId: words.message_id, emoji });
    const reactions = await until("the reaction", async () => {
      const found = (await one.messages()).flatMap(({ reactions }) => reactions);
      return found.length > 0 && found;
    });
    expect(reactions).toMatchObject([{ side: "staff", emoji: "🙏" }]);
  });

  test("a manager's album is one message, with its formatting", async () => {
    const one = await customer();
    const topic = await one.topic();
    await scene.post("/messages", {
      from: manager.id,
      chat: group,
      topic: topic.id,
      mediaGroup: [{ photo: {}, caption: "Two of our cars" }, { photo: {} }],
    });
    const album = await until("the album", async () =>
      (await one.messages()).find(({ author }) => author === "manager"),
    );
    expect(album.attachments).toHaveLength(2);
    expect(album.text).toBe("Two of our cars");
  });

  test("an edit of one caption of a manager's album leaves the others, also in the customer's chat", async () => {
    const one = await customer();
    const topic = await one.topic();
    const [first] = await scene.post<Sent[]>("/messages", {
      from: manager.id,
      chat: group,
      topic: topic.id,
      mediaGroup: [
        { photo: {}, caption: "front view, price 100 EUR" },
        { photo: {}, caption: "rear view, deposit 200 EUR" },
      ],
    });
    const shown = (caption: string) =>
      until(`the customer sees ${caption}`, async () =>
        (await one.chat.heard()).find((message) => message.caption === caption),
      );
    const { message_id } = await shown("front view, price 100 EUR\n\nrear view, deposit 200 EUR");
    const caption = "front view, price 120 EUR";
    await scene.post("/edits", { from: manager.id, chat: group, messageId: first?.message_id, caption });
    const edited = await shown(`${caption}\n\nrear view, deposit 200 EUR`);
    expect(edited.message_id).toBe(message_id);
  });
});

test("a customer who floods is told once; everything is kept", async () => {
  const one = await customer();
  await one.chat.say("/start");
  const texts = Array.from({ length: 60 }, (_, index) => `line ${index}`);
  for (const [index, text] of texts.entries())
    await one.raw({ message: { ...one.base(9500 + index), text } });
  expect((await one.received(60)).map(({ text }) => text)).toEqual(texts);
  await one.hears(/faster than we can answer/);
  const told = (await one.messages()).filter(({ text }) => /faster than we can answer/.test(text));
  expect(told).toHaveLength(1);
});

test("a flood limit of Telegram's is waited out as long as it says", async () => {
  const one = await customer();
  const description = "Too Many Requests: retry after 1";
  await scene.post("/faults", {
    bot: bot.id,
    method: "getFile",
    times: 1,
    errorCode: 429,
    description,
    retryAfter: 1,
  });
  await one.send({ voice: {} });
  expect(await one.fetched()).toMatchObject([{ kind: "voice", state: "ready" }]);
  const asked = (await scene.calls("getFile", bot.id)).slice(-2).map(({ at }) => at);
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(1000);
});
