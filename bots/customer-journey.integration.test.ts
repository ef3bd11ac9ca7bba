import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { keepPresence } from "@/server/domain/conversations/keep-presence";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";

let scene: Scene;
let bots: RunningBots;
let bot: SceneBot;
let manager: ScenePerson;
let group: number;
let workspaceId: number;
let resourceId: number;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  manager = await scene.addPerson("en", "Ana");
  group = await scene.addForum([bot], [manager]);
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  await nameManager(workspaceId, manager.id, "Ana");
  bots = await startBots();
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
});

async function customer(languageCode = "ru") {
  const person = await scene.addPerson(languageCode);
  const chat = scene.at(person, { bot: bot.id });
  const conversations = () =>
    db.conversation.findMany({
      where: { workspaceId, contact: { externalId: String(person.id) } },
      orderBy: { id: "asc" },
      include: {
        messages: { orderBy: { seq: "asc" }, include: { citations: true, replyTo: true } },
        topics: { orderBy: { id: "asc" } },
      },
    });
  const conversation = async () => {
    const newest = (await conversations()).at(-1);
    if (!newest) throw new Error("no conversation yet");
    return newest;
  };
  const hears = (text: string | RegExp) => until(`${person.firstName} hears ${text}`, () => chat.find(text));
  const topicIds = async () =>
    (await scene.topics(group)).filter(({ name }) => name.startsWith(`${person.firstName} ·`));
  const topic = async (nth = 0) => {
    const { id } = await until("a topic", async () => (await topicIds())[nth]);
    const place = scene.at(manager, { chat: group, topic: id });
    return {
      id,
      ...place,
      shows: (text: string | RegExp) => until(`the topic shows ${text}`, () => place.find(text)),
      state: async () => (await scene.topics(group)).find((one) => one.id === id),
    };
  };
  return { person, chat, hears, conversations, conversation, topic, topicIds };
}

async function actorOf(person: ScenePerson): Promise<CustomerActor> {
  const contact = await db.contact.findFirstOrThrow({ where: { externalId: String(person.id) } });
  return { kind: "customer", workspaceId, resourceId, contactId: contact.id };
}

/** A customer who waits for a manager, with their topic. */
async function waitingCustomer() {
  const one = await customer();
  await one.chat.say("/operator");
  await one.hears(/позвал менеджера/);
  const topic = await one.topic();
  await topic.shows(/Why a person/);
  return { one, topic };
}

function gapless(seqs: number[]) {
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
}

describe.concurrent("greeting and answers", () => {
  test.each([
    ["ru", /^Здравствуйте, Person/, "Открыть чат"],
    ["en", /^Hello, Person/, "Open chat"],
    ["de", /^Hello, Person/, "Open chat"],
  ])("/start greets in %s and offers the Mini App", async (language, greeting, label) => {
    const one = await customer(language);
    await one.chat.say("/start");
    const hello = await one.hears(greeting);
    expect(hello.text).toContain("Sava Rent");
    expect(scene.buttonsOf(hello)).toMatchObject([
      { text: label, web_app: { url: expect.stringMatching(new RegExp(`/chat\\?bot=${resourceId}$`)) } },
    ]);
    expect(await one.conversations()).toEqual([]);
  });

  test("/help explains, also when written to the bot by name", async () => {
    const one = await customer("en");
    await one.chat.say(`/help@${bot.username}`);
    await one.hears(/\/operator/);
  });

  test("a burst of three messages gets one answer, with its citations", async () => {
    const one = await customer();
    await one.chat.say("Добрый день");
    await one.chat.say("подскажите пожалуйста");
    await one.chat.say("Какой залог за эконом-класс?");
    await one.hears(/150 евро/);
    const conversation = await one.conversation();
    expect(conversation.messages.map(({ author }) => author)).toEqual([
      "customer",
      "customer",
      "customer",
      "assistant",
    ]);
    gapless(conversation.messages.map(({ seq }) => seq));
    const [citation] = conversation.messages.at(-1)?.citations ?? [];
    expect(citation).toMatchObject({ number: 1, sourceTitle: "Залог и оплата" });
    expect(citation?.quote).toContain("150 евро");
    const passage = await db.passage.findUniqueOrThrow({ where: { id: citation?.passageId ?? 0 } });
    expect(passage.text).toContain(citation?.quote);
    expect(conversation).toMatchObject({ state: "assistant", answeredSeq: 3, staffReadSeq: 3 });
  });

  test("an English question is answered in English", async () => {
    const one = await customer("en");
    await one.chat.say("What is the deposit for an economy car?");
    await one.hears(/150 euros/);
  });
});

describe.concurrent("handing over", () => {
  test("unanswerable → offer → «да» → topic with card, reason, summary and packed history", async () => {
    const one = await customer();
    await one.chat.say("Когда открыт офис?");
    await one.hears(/8:00/);
    await one.chat.say("Есть ли у вас вертолёты на Марс?");
    const offer = await one.hears(/Позвать менеджера\?/);
    expect(scene.buttonsOf(offer).map(({ text }) => text)).toEqual([
      "Да, позовите менеджера",
      "Нет, спасибо",
      "Открыть чат",
    ]);
    expect((await one.conversation()).state).toBe("assistant");
    expect(await one.topicIds()).toEqual([]);
    await one.chat.say("да");
    await one.hears(/Я позвал менеджера/);
    const topic = await one.topic();
    const history = await topic.shows(/вертолёты на Марс\?[\s\S]*🤖[\s\S]*Позвать менеджера/);
    const card = await topic.shows(/Why a person: the answer is not in the knowledge base/);
    expect(card.text).toMatch(new RegExp(`^${one.person.firstName}\n`));
    expect(card.text).toContain("Language: Russian");
    expect(card.text).toMatch(/About: .*вертолёты на Марс/);
    expect(card.text).toContain("First conversation");
    expect(scene.buttonsOf(card).map(({ text }) => text)).toEqual(["Close", "Back to the assistant"]);
    expect(history.message_id).toBeGreaterThan(card.message_id);
    expect(await topic.heard()).toHaveLength(3);
    gapless((await one.conversation()).messages.map(({ seq }) => seq));
  });

  test("«нет, спасибо» closes the offer, and the next question is answered", async () => {
    const one = await customer();
    await one.chat.say("Есть ли у вас вертолёты на Марс?");
    await one.hears(/Позвать менеджера\?/);
    await one.chat.say("нет, спасибо");
    await one.hears(/^Хорошо\. Если будут/);
    expect(await one.conversation()).toMatchObject({ state: "assistant", offer: "declined" });
    await one.chat.say("Какой залог за эконом-класс?");
    await one.hears(/150 евро/);
  });

  test("the offer's buttons say yes and no; pressed again they change nothing", async () => {
    const one = await customer();
    await one.chat.say("Есть ли у вас вертолёты на Марс?");
    const offer = await one.hears(/Позвать менеджера\?/);
    expect((await one.chat.press(offer.message_id, "Нет, спасибо")).answer).not.toBeNull();
    await one.hears(/^Хорошо\. Если будут/);
    await one.chat.press(offer.message_id, "Да, позовите менеджера");
    expect(await one.conversation()).toMatchObject({ state: "assistant", offer: "declined" });
  });

  test("an old offer's button does not answer a newer conversation's offer", async () => {
    const one = await customer();
    await one.chat.say("Есть ли у вас вертолёты на Марс?");
    const old = await one.hears(/Позвать менеджера\?/);
    await db.conversation.updateMany({
      where: { id: (await one.conversation()).id },
      data: { state: "closed", offer: "declined" },
    });
    await one.chat.say("А подводные лодки на Венеру?");
    await until("a second offer", async () => (await one.conversation()).offer === "open");
    await one.chat.press(old.message_id, "Да, позовите менеджера");
    expect(await one.conversation()).toMatchObject({ state: "assistant", offer: "open" });
  });

  test("a complaint is handed over at once, with no question", async () => {
    const one = await customer();
    await one.chat.say("Машина была грязная и сломанная, я возмущён, хочу подать жалобу!");
    await one.hears(/Мне жаль, что так вышло/);
    expect(await one.conversation()).toMatchObject({ state: "waiting", handoffReason: "complaint" });
    await (await one.topic()).shows(/Why a person: a complaint/);
  });

  test("an emergency gets the help line from the knowledge, and people at once", async () => {
    const one = await customer();
    await one.chat.say("Мы попали в аварию, есть пострадавшие, срочно помогите!");
    await one.hears(/Я срочно позвал менеджера/);
    await one.hears(/\+381 60 123 45 67/);
    const { messages, ...conversation } = await one.conversation();
    expect(conversation).toMatchObject({ state: "waiting", handoffReason: "emergency", answeredSeq: 2 });
    expect(messages.map(({ citations }) => citations.length)).toEqual([0, 1, 0]);
    await (await one.topic()).shows(/Why a person: an emergency/);
  });

  test("a customer with an endless name of emoji gets a topic all the same", async () => {
    const person = await scene.addPerson("ru", `x${"🦄".repeat(60)}`);
    await scene.at(person, { bot: bot.id }).say("/operator");
    await until("a topic", async () =>
      (await scene.topics(group)).find(({ name }) => /^x(🦄)+ · #\d+$/u.test(name)),
    );
  });

  test("/operator sent three times opens one topic with one card", async () => {
    const one = await customer();
    for (let time = 0; time < 3; time++) await one.chat.say("/operator");
    const topic = await one.topic();
    await topic.shows(/Why a person: the customer asked for a person/);
    await one.hears(/Я позвал менеджера/);
    await until(
      "all updates are processed",
      async () =>
        (await db.inboundUpdate.count({ where: { lane: String(one.person.id), processedAt: null } })) === 0,
    );
    expect(await one.topicIds()).toHaveLength(1);
    expect((await topic.heard()).filter(({ text }) => text?.includes("Why a person"))).toHaveLength(1);
    expect((await one.conversation()).messages).toHaveLength(1);
  });
});

describe.concurrent("a manager leads", () => {
  test("the reply reaches the private chat with Open chat; the assistant keeps silent", async () => {
    const { one, topic } = await waitingCustomer();
    await topic.say("Здравствуйте, это Ана");
    const reply = await one.hears("Здравствуйте, это Ана");
    expect(scene.buttonsOf(reply)).toMatchObject([{ text: "Открыть чат" }]);
    await one.chat.say("Какой залог за эконом-класс?");
    await topic.shows("Какой залог за эконом-класс?");
    expect(await one.conversation()).toMatchObject({ state: "manager" });
    expect(
      await db.$queryRaw`select 1 from graphile_worker.jobs where key = ${`answer:${(await one.conversation()).id}`}`,
    ).toEqual([]);
    await topic.say("150 евро");
    await one.hears("150 евро");
    expect((await one.conversation()).messages.map(({ author }) => author)).toEqual([
      "assistant",
      "manager",
      "customer",
      "manager",
    ]);
  });

  test("with the Mini App open nothing is pushed; closed, it is again", async () => {
    const { one, topic } = await waitingCustomer();
    await db.conversation.update({
      where: { id: (await one.conversation()).id },
      data: { lastOrigin: "mini_app" },
    });
    const leave = await keepPresence(await actorOf(one.person), crypto.randomUUID());
    await topic.say("видно в приложении");
    await until("stored", async () =>
      (await one.conversation()).messages.some(({ text }) => text === "видно в приложении"),
    );
    await leave();
    await topic.say("а это пушем");
    await one.hears("а это пушем");
    expect(await one.chat.find("видно в приложении")).toBeUndefined();
  });

  test("/ai hands back, the assistant answers, and a manager who takes over sees what was said meanwhile", async () => {
    const { one, topic } = await waitingCustomer();
    await topic.say("секунду");
    await one.hears("секунду");
    await topic.say("/ai");
    await topic.shows("The assistant has taken over.");
    await one.hears(/С вами снова ассистент/);
    await one.chat.say("Когда открыт офис?");
    await one.hears(/8:00/);
    expect(await topic.find(/Когда открыт офис/)).toBeUndefined();
    await topic.say("я снова здесь");
    await one.hears("я снова здесь");
    expect((await one.conversation()).state).toBe("manager");
    await topic.shows(/Когда открыт офис\?[\s\S]*8:00/);
  });

  test("/note stays private, /card shows the card again", async () => {
    const { one, topic } = await waitingCustomer();
    await topic.say("/note звонил, ждёт документы");
    await topic.shows(/Note kept/);
    await topic.say("/card");
    await until(
      "a second card",
      async () => (await topic.heard()).filter(({ text }) => text?.includes("Why a person")).length === 2,
    );
    await topic.say("готово");
    await one.hears("готово");
    expect(await one.chat.find(/документы/)).toBeUndefined();
    const conversation = await one.conversation();
    expect(conversation.messages.filter(({ kind }) => kind === "note")).toHaveLength(1);
  });

  test("replies are linked and edits followed, both ways", async () => {
    const { one, topic } = await waitingCustomer();
    const asked = await one.chat.say("у меня вопрос");
    const mirrored = await topic.shows("у меня вопрос");
    const answer = await topic.say("ответ", { replyTo: mirrored.message_id });
    const received = await one.hears("ответ");
    expect(received.reply_to_message?.message_id).toBe(asked.message_id);
    await one.chat.say("спасибо за ответ, ещё вот что", { replyTo: received.message_id });
    const linked = await topic.shows(/ещё вот что/);
    expect(linked.reply_to_message?.message_id).toBe(answer.message_id);
    await topic.edit(answer.message_id, "исправленный ответ");
    const corrected = await one.hears("исправленный ответ");
    expect(scene.buttonsOf(corrected)).toMatchObject([{ text: "Открыть чат" }]);
    expect(corrected.message_id).toBe(received.message_id);
    await one.chat.edit(asked.message_id, "у меня другой вопрос");
    expect((await topic.shows("у меня другой вопрос")).message_id).toBe(mirrored.message_id);
    const { messages } = await one.conversation();
    expect(messages.filter(({ editedAt }) => editedAt)).toHaveLength(2);
  });

  test("an edit of a message that stands in the packed history is told in the topic", async () => {
    const one = await customer();
    const asked = await one.chat.say("Есть ли у вас вертолёты на Марс?");
    await one.hears(/Позвать менеджера\?/);
    await one.chat.say("да");
    const topic = await one.topic();
    await topic.shows(/вертолёты на Марс\?[\s\S]*🤖/);
    await one.chat.edit(asked.message_id, "Есть ли у вас самолёты на Луну?");
    await topic.shows(/✏️[\s\S]*самолёты на Луну/);
  });
});

describe.concurrent("closing", () => {
  test("/close closes the topic and asks for a rating; the second rating replaces the first", async () => {
    const { one, topic } = await waitingCustomer();
    await topic.say("всё готово");
    await topic.say("/close");
    const goodbye = await one.hears(/Менеджер завершил разговор/);
    expect(scene.buttonsOf(goodbye).map(({ text }) => text)).toEqual([
      "1 ★",
      "2 ★",
      "3 ★",
      "4 ★",
      "5 ★",
      "Открыть чат",
    ]);
    await until("the topic is closed", async () => (await topic.state())?.closed);
    expect((await one.chat.press(goodbye.message_id, "2 ★")).answer).toMatchObject({
      text: "Спасибо за оценку!",
    });
    expect((await one.conversation()).rating).toBe(2);
    await one.chat.press(goodbye.message_id, "5 ★");
    expect(await one.conversation()).toMatchObject({ rating: 5, state: "closed", closedBy: "manager" });

    await one.chat.say("/operator");
    await until("a second conversation", async () => (await one.conversations()).length === 2);
    const second = await one.topic(1);
    expect((await second.shows(/Earlier conversations: 1 .*5★/)).text).toContain("Why a person");
    expect(second.id).not.toBe(topic.id);
    expect((await one.conversations()).map(({ state }) => state)).toEqual(["closed", "waiting"]);

    await topic.say("ещё слово");
    await topic.shows(/This conversation is closed/);
  });

  test("the card's buttons hand back and close, and answer the press", async () => {
    const { one, topic } = await waitingCustomer();
    const card = await topic.shows(/Why a person/);
    expect((await topic.press(card.message_id, "Back to the assistant")).answer).toMatchObject({
      text: "The assistant has taken over.",
    });
    await one.hears(/С вами снова ассистент/);
    expect((await topic.press(card.message_id, "Close")).answer).toMatchObject({ text: "Closed." });
    await one.hears(/завершил разговор/);
    expect((await topic.press(card.message_id, "Close")).answer).toMatchObject({
      text: expect.stringContaining("closed"),
    });
  });
});
