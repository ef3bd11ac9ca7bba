import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { replyAsMember } from "@/server/domain/conversations/reply-as-member";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type KchatScene, startKchatScene } from "@/server/simulator/kchat/kchat-scene";
import { type Scene, type ScenePerson, startScene } from "@/server/simulator/test-scene";

let telegram: Scene;
let kchat: KchatScene;
let bots: RunningBots;
let bot: Awaited<ReturnType<KchatScene["addBot"]>>;
let manager: ScenePerson;
let group: number;
let workspaceId: number;

beforeAll(async () => {
  telegram = await startScene();
  kchat = await startKchatScene(telegram.simulator);
  env.SIMULATOR_PORT = telegram.simulator.port;
  workspaceId = await makeCompany();
  await db.workspace.update({ where: { id: workspaceId }, data: { locale: "ru" } });
  const host = await telegram.addBot();
  manager = await telegram.addPerson("ru", "Анна");
  group = await telegram.addForum([host], [manager]);
  await nameManager(workspaceId, manager.id, "Анна");
  await connectBot(workspaceId, { ...host, managerGroupIds: [group] });
  bot = await kchat.addBot();
  await connectKchat(workspaceId, bot, { serves: "support" });
  bots = await startBots();
  await until("the bot listens", () => kchat.connected(bot));
});
afterAll(async () => {
  await bots.stop();
  await kchat.close();
  await telegram.close();
});

async function customer() {
  // What the customers before used up of KChat's requests does not keep this one's name from being asked for.
  await db.resource.updateMany({ where: { workspaceId, provider: "kchat" }, data: { requestsFreeAt: null } });
  const person = await kchat.addPerson();
  const chat = await kchat.p2p(person, bot);
  const hears = (text: string | RegExp) => until(`the customer hears ${text}`, () => chat.find(text));
  const conversation = () =>
    db.conversation.findFirstOrThrow({ where: { workspaceId, contact: { externalId: person.id } } });
  const topic = async () => {
    const { id } = await until("a topic", async () =>
      (await telegram.topics(group)).find(({ name }) => name.includes(String(person.lastName))),
    );
    const place = telegram.at(manager, { chat: group, topic: id });
    const shows = (text: string | RegExp) => until(`the topic shows ${text}`, () => place.find(text));
    return { id, ...place, shows };
  };
  return { person, chat, hears, conversation, topic };
}

test("the assistant answers, calls a manager, who answers in the topic; KChat's user reads, and rates", async () => {
  const { chat, hears, conversation, topic: topicOf } = await customer();
  await chat.say("Какой залог за эконом-класс?");
  expect(await hears(/150 евро/)).not.toHaveProperty("buttonsMarkup");
  await chat.say("Позовите менеджера");
  await hears(/Я позвал менеджера/);
  const topic = await topicOf();
  const card = await topic.shows(/Почему нужен человек/);
  expect(card.text).toContain("Канал: KChat");
  expect(card.text).not.toContain("t.me");
  await topic.shows(/150 евро[\s\S]*Позовите менеджера/);

  await topic.say("Здравствуйте, это Анна");
  await hears("Здравствуйте, это Анна");
  await chat.say("А страховка включена?");
  const asked = await until("the topic has the question", async () =>
    (await topic.read()).find(({ text }) => text === "А страховка включена?"),
  );
  const said = await topic.say("Да, включена", { replyTo: asked.message_id });
  await hears("Да, включена");
  await topic.edit(said.message_id, "Да, включена полностью");
  await hears("Да, включена полностью");

  await topic.say("/close");
  await hears(/Менеджер завершил разговор/);
  await chat.press("4 ★");
  await hears("Спасибо за оценку!");
  await topic.shows(/★★★★☆ от клиента/);
  expect(await conversation()).toMatchObject({ state: "closed", rating: 4 });
});

test("a manager answers from the browser, and the topic shows it", async () => {
  const { chat, hears, conversation, topic: topicOf } = await customer();
  await chat.say("/оператор");
  const topic = await topicOf();
  const member = await makeMember(workspaceId, "manager");
  const { id: conversationId, lastSeq: seenSeq } = await conversation();
  const reply = { conversationId, clientId: crypto.randomUUID(), text: "Отвечаю из браузера", fileIds: [] };
  expect(await replyAsMember(member, { ...reply, seenSeq })).toMatchObject({ ok: true });
  await hears("Отвечаю из браузера");
  await topic.shows(/Отвечаю из браузера/);
});

test("what KChat cannot show is told in words: reactions to the manager, files as links to the customer", async () => {
  const { chat, hears, topic: topicOf } = await customer();
  await chat.say("/оператор");
  const topic = await topicOf();
  await topic.shows(/Я позвал менеджера/);
  await chat.say("Спасибо, жду");
  const words = await until("the customer's words", async () =>
    (await topic.read()).find(({ text }) => text === "Спасибо, жду"),
  );
  await telegram.post("/reactions", {
    from: manager.id,
    chat: group,
    messageId: words.message_id,
    emoji: "👍",
  });
  await topic.shows(/KChat: там нет реакций/);
  const document = await telegram.post<{ message_id: number }>("/messages", {
    from: manager.id,
    chat: group,
    topic: topic.id,
    document: { name: "contract.pdf" },
    caption: "Договор",
  });
  const heard = await hears(/📎 contract\./);
  expect(heard.message).toContain("Договор");
  expect(heard.message).toMatch(/https?:\/\/\S+/);
  await telegram.post("/edits", {
    ...{ from: manager.id, chat: group, messageId: document.message_id },
    caption: "Договор на подпись",
  });
  const edited = await hears(/Договор на подпись/);
  expect(edited).toMatchObject({ id: heard.id, message: expect.stringMatching(/📎 contract\.\S+\nhttp/) });
  const failed = await db.delivery.count({ where: { workspaceId, state: { in: ["failed", "unknown"] } } });
  expect(failed).toBe(0);
});
