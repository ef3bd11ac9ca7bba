import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { FileKind, OutgoingAct, OutgoingFile, OutgoingMessage } from "@/server/providers/provider";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";
import { telegram } from "./service";

let scene: Scene;
let bot: SceneBot;
let ana: ScenePerson;
const ours = new Map<string, Buffer>();
let opened = 0;

beforeAll(async () => {
  scene = await startScene();
  ours.set("jpeg", await picture(40, 30));
  ours.set("long", await picture(2200, 100));
  ours.set("text", Buffer.from("plain words"));
  ours.set(
    "webp",
    await sharp({ create: dots(20, 20) })
      .webp()
      .toBuffer(),
  );
});
afterAll(() => scene.close());
beforeEach(async () => {
  bot = await scene.addBot();
  ana = await scene.addPerson("en", "Ana");
  await scene.post("/start", { from: ana.id, bot: bot.id });
  opened = 0;
});

const dots = (width: number, height: number) => ({ width, height, channels: 3 as const, background: "red" });
const picture = (width: number, height: number) =>
  sharp({ create: dots(width, height) })
    .jpeg()
    .toBuffer();

function act(
  wanted: OutgoingAct,
  target = { chatId: String(ana.id) } as { chatId: string; topicId?: string },
) {
  const world = { apiRoot: scene.simulator.url };
  const openFile = async (fileId: string) => {
    if (fileId === "broken") throw new Error("the storage is down");
    const bytes = ours.get(fileId);
    if (!bytes) return null;
    opened++;
    return { stream: Readable.from([bytes]), sizeBytes: bytes.byteLength };
  };
  return telegram.channel?.act({ token: bot.token }, world, target, wanted, openFile, "key");
}
const send = (message: Partial<OutgoingMessage>) =>
  act({ type: "message", message: { text: "", ...message } });
const heard = () => scene.at(ana, { bot: bot.id }).heard();
const methods = async () =>
  (
    await scene.control<{ calls: { method: string; ok: boolean }[] }>("GET", `/calls?bot=${bot.id}`)
  ).calls.flatMap(({ method, ok }) => (ok ? [method] : []));
const jpeg: OutgoingFile = { kind: "photo", fileName: "car.jpg", mimeType: "image/jpeg", fileId: "jpeg" };

/** The id under which the bot knows a file of this kind that the person sent. */
async function received(kind: FileKind): Promise<string> {
  const message = await scene.post(`/messages`, { from: ana.id, bot: bot.id, [kind]: {} });
  const file = message[kind] as { file_id: string } | { file_id: string }[];
  return (Array.isArray(file) ? file.at(-1) : file)?.file_id ?? "";
}

it.each<[FileKind, string]>([
  ["photo", "sendPhoto"],
  ["document", "sendDocument"],
  ["voice", "sendVoice"],
  ["audio", "sendAudio"],
  ["video", "sendVideo"],
  ["video_note", "sendVideoNote"],
  ["animation", "sendAnimation"],
  ["sticker", "sendSticker"],
])("sends a %s by its id, without its bytes", async (kind, method) => {
  const externalFileId = await received(kind);
  const sent = await send({ media: [{ kind, fileName: "x", externalFileId, fileId: "jpeg" }] });
  expect(sent).toMatchObject({ ok: true, externalIds: [expect.any(String)] });
  expect(await methods()).toEqual([method]);
  expect((await heard())[0]).toHaveProperty(kind);
  expect(opened).toBe(0);
});

it("sends three photos as one album with its caption, formatting and the reply", async () => {
  const question = await scene.at(ana, { bot: bot.id }).say("Which cars?");
  const sent = await send({
    text: "Three cars",
    entities: [{ type: "bold", offset: 0, length: 5 }],
    media: [jpeg, { ...jpeg, externalFileId: await received("photo") }, jpeg],
    buttons: [[{ label: "Open chat", miniApp: "https://chat.example/chat" }]],
    replyToExternalId: String(question.message_id),
  });
  expect(sent?.ok && sent.externalIds).toHaveLength(3);
  expect(await methods()).toEqual(["sendMediaGroup"]);
  const [first, second] = await heard();
  expect(first).toMatchObject({
    caption: "Three cars",
    caption_entities: [{ type: "bold", offset: 0, length: 5 }],
    reply_to_message: { message_id: question.message_id },
  });
  expect(second?.caption).toBeUndefined();
});

it("keeps the button under a single file, and writes the link out where its address is refused", async () => {
  const buttons = (miniApp: string) => [[{ label: "Open chat", miniApp }]];
  await send({ text: "One", media: [jpeg], buttons: buttons("https://chat.example/chat") });
  await send({ text: "Two", media: [jpeg], buttons: buttons("http://chat.example/chat") });
  const [one, two] = await heard();
  expect(one && scene.buttonsOf(one)).toHaveLength(1);
  expect(two?.caption).toBe("Two\n\nOpen chat: http://chat.example/chat");
});

it("sends 1,024 characters as a caption and 1,025 as a message of their own", async () => {
  await send({ text: "a".repeat(1024), media: [jpeg] });
  await send({ text: "b".repeat(1025), media: [jpeg] });
  const said = (await heard()).map(({ caption, text }) => (caption ?? text ?? "").length);
  expect(said).toEqual([1024, 0, 1025]);
});

it("falls back to the bytes when Telegram does not know the id, alone and in an album", async () => {
  const stale = { ...jpeg, externalFileId: "AgAC-of-another-bot" };
  expect(await send({ text: "see", media: [stale] })).toMatchObject({ ok: true });
  expect(await send({ media: [stale, jpeg] })).toMatchObject({ ok: true });
  expect(await methods()).toEqual(["sendPhoto", "sendMediaGroup"]);
  expect((await heard())[0]).toMatchObject({ caption: "see", photo: expect.any(Array) });
});

it("sends as a document what Telegram shows as no photo", async () => {
  const sizes = { width: 2200, height: 100 };
  await send({ media: [{ ...jpeg, fileId: "long", ...sizes }] });
  // Its sides are not known to us: Telegram refuses it first.
  await send({ media: [{ ...jpeg, fileId: "long" }] });
  await send({ media: [{ ...jpeg, fileId: "webp", mimeType: "image/webp", fileName: "a.webp" }] });
  await send({ media: [jpeg, { ...jpeg, fileId: "long" }] });
  expect(await methods()).toEqual([
    "sendDocument",
    "sendDocument",
    "sendDocument",
    "sendPhoto",
    "sendDocument",
  ]);
  const [first] = await heard();
  expect(first?.document).toMatchObject({ file_name: "car.jpg", mime_type: "image/jpeg" });
});

it.each(["Договор № 7 (подписан).pdf", "price list; 👍.txt", "שלום.txt"])(
  "keeps the name %s",
  async (fileName) => {
    await send({ media: [{ kind: "document", fileName, mimeType: "text/plain", fileId: "text" }] });
    expect((await heard())[0]?.document).toMatchObject({ file_name: fileName });
  },
);

it("stands in for what it cannot carry: name, size and link, under the text that came with it", async () => {
  const large = { kind: "video", fileName: "tour.mp4", sizeBytes: 51 * 1024 * 1024 } as const;
  const link = "https://chat.example/api/files/1";
  expect(await send({ text: "The tour", media: [{ ...large, fileId: "text", link }] })).toMatchObject({
    ok: true,
    externalIds: [expect.any(String)],
  });
  await send({ media: [{ ...large, fileId: "gone" }] });
  expect((await heard()).map(({ text }) => text)).toEqual([
    `The tour\n\n📎 tour.mp4 (51 MB)\n${link}`,
    "📎 tour.mp4 (51 MB)",
  ]);
  expect(opened).toBe(0);
});

it("tries again later when the storage is down", async () => {
  expect(await send({ media: [{ ...jpeg, fileId: "broken" }] })).toMatchObject({ ok: false, kind: "retry" });
  expect(await send({ media: [jpeg, { ...jpeg, fileId: "broken" }] })).toMatchObject({ kind: "retry" });
  expect(await heard()).toEqual([]);
});

it("sends places and contacts, and their text after them", async () => {
  await send({ text: "Here", media: [{ kind: "location", latitude: 42.4, longitude: 18.7 }] });
  await send({
    media: [{ kind: "location", latitude: 42.4, longitude: 18.7, title: "Office", address: "Pier 1" }],
  });
  await send({ media: [{ kind: "contact", phoneNumber: "+38269000000", firstName: "Jovan" }] });
  const [place, words, venue, contact] = await heard();
  expect(place).toMatchObject({ location: { latitude: 42.4, longitude: 18.7 } });
  expect(words?.text).toBe("Here");
  expect(venue).toMatchObject({ venue: { title: "Office", address: "Pier 1" } });
  expect(contact).toMatchObject({ contact: { phone_number: "+38269000000", first_name: "Jovan" } });
});

it("says nothing twice when a flood limit stops it between album and text", async () => {
  const message = { text: "x".repeat(1500), media: [jpeg, jpeg, jpeg] };
  const stopped = { bot: bot.id, method: "sendMessage", times: 1, errorCode: 429, retryAfter: 3 };
  await scene.post("/faults", { ...stopped, description: "Too Many Requests: retry after 3" });
  const first = await act({ type: "message", message });
  expect(first).toMatchObject({ ok: false, kind: "retry", afterMs: 3000 });
  const alreadySent = first?.ok === false ? first.alreadySent : undefined;
  expect(alreadySent).toHaveLength(3);
  const second = await act({ type: "message", message, alreadySent });
  expect(second?.ok && second.externalIds).toHaveLength(4);
  expect(await methods()).toEqual(["sendMediaGroup", "sendMessage"]);
});

it("goes on inside an album that went item by item", async () => {
  const long = { ...jpeg, fileId: "long" };
  const media = [jpeg, long, jpeg];
  const stopped = { bot: bot.id, method: "sendDocument", times: 1, errorCode: 429, retryAfter: 1 };
  await scene.post("/faults", { ...stopped, description: "Too Many Requests: retry after 1" });
  const first = await act({ type: "message", message: { text: "three", media } });
  const alreadySent = first?.ok === false ? first.alreadySent : undefined;
  expect(alreadySent).toHaveLength(1);
  const second = await act({ type: "message", message: { text: "three", media }, alreadySent });
  expect(second?.ok && second.externalIds).toHaveLength(3);
  expect((await heard()).map((message) => (message.photo ? "photo" : "document"))).toEqual([
    "photo",
    "document",
    "photo",
  ]);
});

it("cuts 4,097 characters at a sensible place and keeps the formatting on both sides", async () => {
  const text = `${"word ".repeat(819)}<b>*x*</b>`;
  const sent = await send({ text, entities: [{ type: "italic", offset: 4000, length: text.length - 4000 }] });
  expect(text.length).toBe(4105);
  expect(sent?.ok && sent.externalIds).toHaveLength(2);
  const [first, second] = await heard();
  expect(first?.entities).toContainEqual({
    type: "italic",
    offset: 4000,
    length: (first?.text?.length ?? 0) - 4000,
  });
  expect(second?.text).toBe("<b>*x*</b>");
  expect(second?.entities).toContainEqual({ type: "italic", offset: 0, length: 10 });
});

it("edits captions; what fits no caption comes as a reply", async () => {
  const sent = await send({ text: "old", media: [jpeg] });
  const externalId = (sent?.ok && sent.externalIds[0]) || "";
  const edit = (text: string) => act({ type: "edit", externalId, message: { text }, caption: true });
  expect(await edit("new")).toEqual({ ok: true, externalIds: [] });
  expect(await edit("new")).toEqual({ ok: true, externalIds: [] });
  expect((await heard())[0]?.caption).toBe("new");
  expect(await edit("n".repeat(1025))).toMatchObject({ ok: true, externalIds: [expect.any(String)] });
  const [, reply] = await heard();
  expect(reply).toMatchObject({
    text: `✏️ ${"n".repeat(1025)}`,
    reply_to_message: { message_id: Number(externalId) },
  });
});

it("follows an edit that made a short text long with its rest", async () => {
  const sent = await send({ text: "short" });
  const externalId = (sent?.ok && sent.externalIds[0]) || "";
  const text = `${"a".repeat(4000)}\n\n${"b".repeat(500)}`;
  const edited = await act({
    type: "edit",
    externalId,
    message: { text, entities: [{ type: "bold", offset: 4002, length: 500 }] },
  });
  expect(edited?.ok && edited.externalIds).toHaveLength(1);
  const [first, rest] = await heard();
  expect(first?.text).toBe("a".repeat(4000));
  expect(rest).toMatchObject({
    text: "b".repeat(500),
    entities: [{ type: "bold", offset: 0, length: 500 }],
  });
});

it("sets and takes away a reaction; one that Telegram does not allow counts as done", async () => {
  const { message_id } = await scene.at(ana, { bot: bot.id }).say("Thanks");
  for (const emoji of ["❤️", "🍕", null]) {
    const externalId = String(message_id);
    expect(await act({ type: "reaction", externalId, emoji })).toEqual({ ok: true, externalIds: [] });
  }
  const calls = await scene.calls("setMessageReaction", bot.id);
  expect(calls.map(({ parameters }) => parameters.reaction)).toEqual([
    [{ type: "emoji", emoji: "❤" }],
    [{ type: "emoji", emoji: "🍕" }],
    [],
  ]);
});

it("opens a topic that was closed by hand, also for a file that was half sent", async () => {
  const group = await scene.addForum([bot], [ana]);
  const made = await telegram.channel?.createTopic(
    { token: bot.token },
    { apiRoot: scene.simulator.url },
    String(group),
    { name: "Ana", icon: "waiting" },
  );
  const target = { chatId: String(group), topicId: (made?.ok && made.externalIds[0]) || "" };
  await act({ type: "close-topic" }, target);
  await scene.post("/faults", {
    bot: bot.id,
    method: "sendPhoto",
    times: 1,
    errorCode: 400,
    description: "Bad Request: TOPIC_CLOSED",
  });
  expect(await act({ type: "message", message: { text: "", media: [jpeg] } }, target)).toMatchObject({
    ok: true,
  });
  expect((await scene.topics(group)).map(({ closed }) => closed)).toEqual([false]);
});
