import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { openaiSpeech } from "@/server/ai/speech/openai-speech";
import { yandexSpeech } from "@/server/ai/speech/yandex-speech";
import { answerTurn } from "@/server/domain/conversations/answer-turn";
import { listInbox } from "@/server/domain/conversations/inbox-queries";
import { attachmentView } from "@/server/domain/files/attachment-view";
import { storeFile } from "@/server/domain/files/store-file";
import { takeOverMessages } from "@/server/domain/messages/hub/take-over-messages";
import { clock } from "@/server/lib/clock";
import { db, pool, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { withSpokenWords } from "@/server/simulator/speech/spoken-words";
import { inTones } from "@/server/simulator/speech/words-in-tones";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";
import { SAMPLE_FILES } from "@/server/simulator/world/sample-files";
import { queueTranscription } from "./queue-transcription";
import { transcribe } from "./transcribe";
import { transcribeAgain } from "./transcribe-again";

let scene: Scene;
let bots: RunningBots;
let bot: SceneBot;
let manager: ScenePerson;
let group: number;
let workspaceId: number;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  manager = await scene.addPerson("en", "Ana");
  group = await scene.addForum([bot], [manager]);
  workspaceId = await makeCompany();
  await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  await nameManager(workspaceId, manager.id, "Ana");
  bots = await startBots();
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
});
afterEach(async () => {
  vi.restoreAllMocks();
  Object.assign(env, { STT_PROVIDER: undefined, STT_BASE_URL: undefined, STT_API_KEY: undefined });
  await speech({ mode: "hearing" });
});

const speech = (settings: object) =>
  fetch(`${scene.simulator.url}/control/settings`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ speech: settings }),
  });

async function customer(languageCode = "en") {
  const person = await scene.addPerson(languageCode);
  const send = (content: object) => scene.post("/messages", { from: person.id, bot: bot.id, ...content });
  const where = { message: { conversation: { contact: { externalId: String(person.id) } } } };
  const attachment = () =>
    db.attachment.findFirst({
      where,
      orderBy: { id: "desc" },
      include: { transcription: true, file: true, message: true },
    });
  const transcribed = (state: string) =>
    until(`a transcription that is ${state}`, async () => {
      const found = await attachment();
      return found?.transcription?.state === state && found;
    });
  const answer = (pattern: RegExp) =>
    until(`an answer like ${pattern}`, async () => {
      const said = await db.message.findFirst({
        where: { author: "assistant", conversation: where.message.conversation },
        orderBy: { id: "desc" },
      });
      return said && pattern.test(said.text) && said.text;
    });
  return { person, send, attachment, transcribed, answer, chat: scene.at(person, { bot: bot.id }) };
}

const recording = (words: string, more: object = {}) => ({
  bytes: withSpokenWords(SAMPLE_FILES.voice.bytes, words),
  fileName: "voice.ogg",
  mimeType: "audio/ogg",
  durationSeconds: 5,
  language: null,
  likelyLanguage: "ru",
  ...more,
});
const openai = (timeoutMs?: number) =>
  openaiSpeech({ baseUrl: `${scene.simulator.url}/v1`, apiKey: "k", model: "whisper-1", timeoutMs });
const yandex = (timeoutMs?: number) =>
  yandexSpeech({ baseUrl: scene.simulator.url, apiKey: "k", folderId: "f1", timeoutMs, pauseMs: 10 });

describe("the engines", () => {
  test.each([
    ["OpenAI's", openai, {}],
    ["SpeechKit's short", yandex, {}],
    // Of a recording whose length is not known it may be long.
    ["SpeechKit's long", yandex, { durationSeconds: null }],
  ])("%s: words, silence, refusals, no answer in time", async (_, engine, more) => {
    expect(await engine().hear(recording("Здравствуйте, есть пионы?", more))).toEqual({
      ok: true,
      text: "Здравствуйте, есть пионы?",
    });
    expect(await engine().hear(recording("", more))).toEqual({ ok: true, text: "" });
    await speech({ mode: "inventing" });
    expect(await engine().hear(recording("", more))).toEqual({ ok: true, text: "" });
    for (const [mode, kind] of [
      ["401", "unauthorized"],
      ["429", "rate_limited"],
      ["500", "server_error"],
    ] as const) {
      await speech({ mode });
      expect(await engine().hear(recording("Да", more))).toMatchObject({ failure: { kind } });
    }
    await speech({ mode: "hanging" });
    expect(await engine(100).hear(recording("Да", more))).toMatchObject({ failure: { kind: "timeout" } });
  });

  test("a service that knows only plain JSON is asked for that; one that is not there is told", async () => {
    await speech({ mode: "plain" });
    expect(await openai().hear(recording("Привет"))).toEqual({ ok: true, text: "Привет" });
    const nobody = openaiSpeech({ baseUrl: "http://127.0.0.1:9/v1", apiKey: "", model: "m" });
    expect(await nobody.hear(recording("Да"))).toMatchObject({ failure: { kind: "unreachable" } });
    expect(yandex().takes?.("video/mp4")).toBe(false);
    for (const mimeType of ["video/mp4", "audio/mpeg", "audio/wav"])
      expect(await yandex().hear(recording("Да", { mimeType }))).toMatchObject({
        failure: { kind: "unsupported" },
      });
  });
});

test("a spoken question is heard, shown and answered; in the topic its words stand under the recording", async () => {
  const one = await customer();
  await one.send({ voice: { duration: 4, words: "How much is the deposit?" } });
  const attachment = await one.transcribed("ready");
  expect(attachmentView(attachment).transcript).toEqual({
    state: "ready",
    text: "How much is the deposit?",
    reason: null,
  });
  await one.answer(/150/);
  const messageId = attachment.messageId ?? 0;
  const reader = await makeMember(workspaceId);
  const search = { state: "all", search: "the deposit?", limit: 10, locale: "en" } as const;
  expect((await listInbox(reader, search)).rows).toHaveLength(1);
  const stranger = await makeMember(await makeCompany("Other Rent"));
  expect((await listInbox(stranger, search)).rows).toEqual([]);
  await transaction((tx) => takeOverMessages(tx, workspaceId, [messageId]));
  expect(await db.hubMessage.findUnique({ where: { messageId } })).toMatchObject({
    type: "voice",
    transcript: "How much is the deposit?",
    needsAnalysis: true,
  });
  await one.chat.say("/operator");
  const topic = await until("the topic", () =>
    db.topic.findFirst({
      where: { conversation: { id: attachment.message?.conversationId }, externalId: { not: null } },
    }),
  );
  const inTopic = () => scene.messages(group, { topic: Number(topic.externalId) });
  await until("the recording with its words", async () =>
    (await inTopic()).some(({ voice, caption }) => voice && caption?.includes("🎤 How much is the deposit?")),
  );
  Object.assign(env, {
    STT_PROVIDER: "yandex",
    STT_BASE_URL: scene.simulator.url,
    YANDEX_FOLDER_ID: "f1",
  });
  await one.send({ voice: { duration: 4, words: "Where are you?" } });
  await until("a transcription by the other engine", async () => {
    const found = await one.attachment();
    return found?.transcription?.engine === "yandex";
  });
  await until("the words in the topic", async () =>
    (await inTopic()).some(({ text }) => text?.includes("🎤") && text.includes("Where are you?")),
  );
});

test("SpeechKit hears video notes and M4A too; what it takes goes to it as it is, what is damaged is told", async () => {
  Object.assign(env, { STT_PROVIDER: "yandex", STT_BASE_URL: scene.simulator.url });
  const fixture = (name: string) =>
    readFileSync(new URL(`../../ai/speech/fixtures/${name}`, import.meta.url)).toString("base64");
  const one = await customer();
  let last = 0;
  const hears = async (content: object, expected: object) => {
    await one.send(content);
    const heard = await until("what was heard", async () => {
      const found = await one.attachment();
      return found && found.id > last && found.transcription?.finishedAt && found;
    });
    last = heard.id;
    expect(heard.transcription).toMatchObject(expected);
  };
  const [note, sound] = [fixture("video-note.mp4"), fixture("sound.m4a")];
  const words = { text: "Где заказ?", engine: "yandex" };
  await hears({ video_note: { base64: note, duration: 3 } }, words);
  await hears({ audio: { base64: sound, name: "memo.m4a", mime: "audio/mp4", duration: 3 } }, words);
  const wav = Buffer.from(inTones("Как дела?")).toString("base64");
  await hears({ audio: { base64: wav, name: "a.wav", mime: "audio/wav" } }, { text: "Как дела?" });
  await hears({ video_note: { base64: fixture("mute.mp4"), duration: 3 } }, { state: "silent" });
  const failed = { state: "failed", errorCode: "unsupported" };
  await hears({ video_note: { base64: note.slice(0, 1200), duration: 3 } }, failed);
});

test("a voice message of a group has its words in the hub and is understood by them", async () => {
  const resource = await db.resource.findFirstOrThrow({ where: { workspaceId } });
  const chat = await db.chat.create({
    data: { workspaceId, resourceId: resource.id, externalId: "-1009", type: "supergroup" },
  });
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: "77009" },
  });
  const stored = await storeFile({
    workspaceId,
    stream: Readable.from(Buffer.from(recording("Хочу заказать розы").bytes)),
    mimeType: "audio/ogg",
  });
  if (!stored.ok) throw new Error(stored.reason);
  const hubMessage = await db.hubMessage.create({
    data: { workspaceId, chatId: chat.id, contactId: contact.id, type: "voice", sentAt: new Date() },
  });
  const draft = { kind: "voice", state: "ready", fileId: stored.file.id } as const;
  const { id } = await db.attachment.create({ data: { ...draft, hubMessageId: hubMessage.id } });
  await transaction((tx) =>
    queueTranscription(tx, { id, kind: "voice", state: "ready", workspaceId, resourceId: resource.id }),
  );
  await until("its words", async () => {
    const found = await db.hubMessage.findUniqueOrThrow({ where: { id: hubMessage.id } });
    return found.transcript === "Хочу заказать розы" && (found.needsAnalysis || found.analysedAt !== null);
  });
});

test("a recording without words is a file: nothing is invented, a manager is offered", async () => {
  await speech({ mode: "inventing" });
  const one = await customer();
  await one.send({ video_note: { duration: 4, words: "" } });
  expect((await one.transcribed("silent")).transcription).toMatchObject({ text: "" });
  await one.answer(/cannot open files/);
});

test("what passes is tried again later, what does not is told; the customer waits for neither for ever", async () => {
  await speech({ mode: "500" });
  const one = await customer();
  await one.send({ voice: { duration: 4, words: "Do you deliver?" } });
  const tried = await until("the first try", async () => {
    const found = await one.attachment();
    return found?.transcription?.attempts === 1 && found;
  });
  const { id: attachmentId, message } = tried;
  expect(tried.transcription).toMatchObject({ state: "queued", errorCode: "server_error" });
  const { rows } = await pool().query("select run_at from graphile_worker.jobs where key = $1", [
    `transcribe:${attachmentId}`,
  ]);
  expect(rows[0].run_at.getTime()).toBeGreaterThan(Date.now());
  const conversationId = message?.conversationId ?? 0;
  const said = () => db.message.count({ where: { conversationId, author: "assistant" } });
  await answerTurn({ conversationId });
  expect(await said()).toBe(0);
  const later = new Date(Date.now() + 181_000);
  vi.spyOn(clock, "now").mockImplementation(() => later);
  await answerTurn({ conversationId });
  await one.answer(/cannot open files/);
  await speech({ mode: "401" });
  await transcribe({ attachmentId });
  const refused = await one.transcribed("failed");
  expect(attachmentView(refused).transcript).toEqual({ state: "failed", text: "", reason: "service" });
  // Done is done.
  await speech({ mode: "hearing" });
  await transcribe({ attachmentId });
  expect((await one.attachment())?.transcription).toMatchObject({ state: "failed", workspaceId });
});

test("what could not be heard is heard once more by a member's word, once, in their own workspace", async () => {
  await speech({ mode: "401" });
  const one = await customer();
  await one.send({ voice: { duration: 4, words: "Do you deliver?" } });
  const { id: attachmentId } = await one.transcribed("failed");
  await speech({ mode: "hearing" });
  const member = await makeMember(workspaceId);
  const stranger = await makeMember(await makeCompany("Third Rent"));
  await expect(transcribeAgain(stranger, { attachmentId })).rejects.toMatchObject({ code: "not_found" });
  env.DEMO = false;
  expect(await transcribeAgain(member, { attachmentId })).toEqual({ ok: false, reason: "unconfigured" });
  env.DEMO = true;
  const twice = [transcribeAgain(member, { attachmentId }), transcribeAgain(member, { attachmentId })];
  expect((await Promise.all(twice)).toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([
    { ok: true },
    { ok: false, reason: "not_failed" },
  ]);
  const heard = await one.transcribed("ready");
  expect(heard.transcription).toMatchObject({ text: "Do you deliver?", errorCode: null });
  expect(await transcribeAgain(member, { attachmentId })).toEqual({ ok: false, reason: "not_failed" });
});

test("without a speech service recordings stay recordings", async () => {
  env.DEMO = false;
  try {
    const one = await customer();
    await one.send({ voice: { duration: 4, words: "Hello" } });
    await one.answer(/cannot open files/);
    expect((await one.attachment())?.transcription).toBeNull();
  } finally {
    env.DEMO = true;
  }
});
