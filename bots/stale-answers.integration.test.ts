import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";

const slowMs = 1500;
let scene: Scene;
let bots: RunningBots;
let bot: SceneBot;
let manager: ScenePerson;
let group: number;
let workspaceId: number;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  env.OPENAI_API_BASE = `${scene.simulator.url}/v1`;
  bot = await scene.addBot();
  manager = await scene.addPerson("en", "Ana");
  group = await scene.addForum([bot], [manager]);
  workspaceId = await makeCompany();
  await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  await nameManager(workspaceId, manager.id, "Ana");
  bots = await startBots();
});
beforeEach(() => model("slow"));
afterAll(async () => {
  await bots.stop();
  await scene.close();
});

const model = (mode: string) => scene.control("PUT", "/settings", { model: { mode, delayMs: slowMs } });
const modelCalls = async () => (await scene.calls("chat/completions")).length;

async function customer() {
  const person = await scene.addPerson("en");
  const chat = scene.at(person, { bot: bot.id });
  const conversation = () =>
    db.conversation.findFirstOrThrow({
      where: { workspaceId, contact: { externalId: String(person.id) } },
      include: { messages: { orderBy: { seq: "asc" }, include: { citations: true } } },
    });
  return {
    person,
    chat,
    conversation,
    said: async () => (await conversation()).messages.map(({ author, text }) => [author, text]),
    hears: (text: string | RegExp) => until(`${person.firstName} hears ${text}`, () => chat.find(text)),
  };
}

async function askedSlowly(text: string) {
  const one = await customer();
  const before = await modelCalls();
  const asked = await one.chat.say(text);
  await until("the model is asked", async () => (await modelCalls()) > before);
  return { one, asked, before };
}

test("a new message while the answer is written: the old one is dropped, one answer for both", async () => {
  const { one } = await askedSlowly("When is the office open?");
  await one.chat.say("and what is the deposit for economy cars?");
  await one.hears(/150 euros/);
  const { messages } = await one.conversation();
  expect(messages.map(({ author }) => author)).toEqual(["customer", "customer", "assistant"]);
  expect(messages.at(-1)?.citations.length).toBeGreaterThan(0);
});

test("an edit while the answer is written: the question is answered as it reads now", async () => {
  const { one, asked } = await askedSlowly("When is the office open?");
  await one.chat.edit(asked.message_id, "What is the deposit for economy cars?");
  await one.hears(/150 euros/);
  const { messages } = await one.conversation();
  expect(messages.map(({ author }) => author)).toEqual(["customer", "assistant"]);
  expect(messages.at(-1)?.text).not.toMatch(/8:00/);
});

test("a manager who takes over while the answer is written is not talked over", async () => {
  const one = await customer();
  await one.chat.say("/operator");
  const topic = await until("a topic", async () =>
    (await scene.topics(group)).find(({ name }) => name.startsWith(`${one.person.firstName} ·`)),
  );
  const desk = scene.at(manager, { chat: group, topic: topic.id });
  await desk.say("/ai");
  await one.hears(/assistant is with you again/);
  const before = await modelCalls();
  await one.chat.say("What is the deposit for economy cars?");
  await until("the model is asked", async () => (await modelCalls()) > before);
  await desk.say("I will answer this");
  await one.hears("I will answer this");
  const turn = await one.conversation();
  await until(
    "the assistant's turn is over",
    async () =>
      (await db.$queryRaw<object[]>`select 1 from graphile_worker.jobs where key = ${`answer:${turn.id}`}`)
        .length === 0 && (await answering()) === 0,
  );
  expect((await one.said()).at(-1)).toEqual(["manager", "I will answer this"]);
});

/** Jobs of the assistant that run now. */
async function answering(): Promise<number> {
  const rows = await db.$queryRaw<object[]>`
    select 1 from graphile_worker.jobs where task_identifier = 'answer-turn' and locked_at is not null`;
  return rows.length;
}

test("/operator while the answer is written: people are called, nothing is said after it", async () => {
  const { one } = await askedSlowly("When is the office open?");
  await one.chat.say("/operator");
  await one.hears(/I have called a manager/);
  await until("the assistant's turn is over", async () => (await answering()) === 0);
  const { state, messages } = await one.conversation();
  expect(state).toBe("waiting");
  expect(messages.map(({ author }) => author)).toEqual(["customer", "assistant"]);
  expect(messages.at(-1)?.kind).toBe("notice");
});

test.each(["500", "429", "401", "broken-json", "truncated", "inventing", "misquoting"])(
  "model in mode %s: the extractive answer, verified, or an honest offer",
  async (mode) => {
    await model(mode);
    const one = await customer();
    await one.chat.say("What is the deposit for economy cars?");
    const heard = await until("an answer", async () => (await one.chat.heard()).find(({ text }) => text));
    expect(heard.text).toMatch(/150 euros|Shall I call/);
    const { messages } = await one.conversation();
    for (const { quote, passageId } of messages.at(-1)?.citations ?? []) {
      const passage = await db.passage.findUniqueOrThrow({ where: { id: passageId ?? 0 } });
      expect(passage.text).toContain(quote);
    }
  },
);
