import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeMember } from "@/scripts/testing/make-member";
import { makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { replyAsMember } from "@/server/domain/conversations/reply-as-member";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type KchatScene, startKchatScene } from "@/server/simulator/kchat/kchat-scene";

type Bot = Awaited<ReturnType<KchatScene["addBot"]>>;

let scene: KchatScene;
let bots: RunningBots;
let bot: Bot;
let workspaceId: number;
let resourceId: number;

beforeAll(async () => {
  scene = await startKchatScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  workspaceId = await makeCompany();
  await db.workspace.update({ where: { id: workspaceId }, data: { locale: "ru" } });
  resourceId = await connectKchat(workspaceId, bot, { serves: "support" });
  bots = await startBots();
  await until("the bot listens", () => scene.connected(bot));
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
});

async function customer() {
  const person = await scene.addPerson();
  const chat = await scene.p2p(person, bot);
  const conversation = () =>
    db.conversation.findFirst({
      where: { workspaceId, contact: { externalId: person.id } },
      include: { messages: { orderBy: { seq: "asc" } }, contact: true },
    });
  const said = (count: number) =>
    until(
      `${count} messages of the customer`,
      async () => {
        const found = await conversation();
        const own = found?.messages.filter(({ author }) => author === "customer") ?? [];
        return own.length >= count && own.map(({ text }) => text);
      },
      20_000,
    );
  const hears = (text: string | RegExp) => until(`${text} is heard`, () => chat.find(text));
  return { person, chat, conversation, said, hears };
}

/** Nothing waits to be answered or sent, and the pace allows a burst again: what is planned to fail next fails there. */
async function rest() {
  await until("all is answered", async () => {
    const jobs = await db.$queryRaw<object[]>`
      select 1 from graphile_worker.jobs where task_identifier in ('process-updates', 'answer-turn')`;
    return jobs.length === 0;
  });
  await until("all is sent", async () => {
    await db.resource.update({ where: { id: resourceId }, data: { requestsFreeAt: null } });
    await db.chat.updateMany({ where: { resourceId }, data: { heldUntil: null } });
    const waiting = await db.delivery.findMany({ where: { resourceId, state: "pending" }, take: 1 });
    for (const { chatId } of waiting) await transaction((tx) => wakeChat(tx, chatId));
    return waiting.length === 0;
  });
}
afterEach(rest);

/** Has what waits for KChat to answer tried again at once, not in ten seconds, as soon as it waits. */
const tryAgain = () =>
  until("something waits for KChat", async () => {
    const jobs = await db.$queryRaw<object[]>`
      update graphile_worker._private_jobs set run_at = now()
      where key like 'updates:%' and locked_at is null and run_at > now() + interval '5 s' returning id`;
    return jobs.length > 0;
  });

const resource = () => db.resource.findUniqueOrThrow({ where: { id: resourceId } });

it("answers a customer from the knowledge, and a manager from the browser in the same chat", async () => {
  const { person, chat, conversation, hears } = await customer();
  await chat.say("Какой залог за эконом-класс?");
  await hears(/150 евро/);
  const open = await until("the conversation", conversation);
  expect(open.contact).toMatchObject({
    ...{ provider: "kchat", externalId: person.id, lastName: person.lastName },
    ...{ firstName: `${person.firstName} ${person.middleName}`, email: person.email, phone: person.phone },
  });
  expect(open.messages[0]).toMatchObject({ author: "customer", text: "Какой залог за эконом-класс?" });

  const confirmed = async () =>
    (await scene.calls("confirm", bot)).some(
      ({ status, path }) => status === 200 && path.group === chat.groupId,
    );
  await until("what was read is confirmed", confirmed);

  await chat.say("/оператор");
  await until("a person is called", async () => (await conversation())?.state === "waiting");
  const actor = await makeMember(workspaceId);
  const reply = {
    conversationId: open.id,
    clientId: randomUUID(),
    text: "Здравствуйте, это Анна.",
    fileIds: [],
  };
  expect(await replyAsMember(actor, { ...reply, seenSeq: 99 })).toMatchObject({ ok: true });
  await hears("Здравствуйте, это Анна.");
});

it("keeps digits of ids beyond 2^53 on every way", async () => {
  const { person, chat, said } = await customer();
  await chat.say("Раз");
  await said(1);
  const known = await db.chat.findFirstOrThrow({ where: { resourceId, contact: { externalId: person.id } } });
  expect(known.externalId).toBe(chat.chatId);
  expect(BigInt(chat.groupId) > 2n ** 53n).toBe(true);
});

it("takes doubled and re-ordered events once and in order", async () => {
  const { chat, said, conversation } = await customer();
  await chat.say("Первое");
  await said(1);
  await scene.stream(bot, { reorder: 3, double: 3 });
  for (const text of ["Второе", "Третье", "Четвёртое"]) await chat.say(text);
  expect(await said(4)).toEqual(["Первое", "Второе", "Третье", "Четвёртое"]);
  await chat.say("Пятое");
  expect(await said(5)).toHaveLength(5);
  expect((await conversation())?.messages.filter(({ author }) => author === "customer")).toHaveLength(5);
});

it("fetches what was said while its stream was cut, before what is new, though KChat answers 504 at first", async () => {
  const { chat, said } = await customer();
  await chat.say("До разрыва");
  await said(1);
  await scene.fault({ method: "getAllUserGroupStates", status: 504, times: 2 });
  await scene.stream(bot, { cut: true, refuse: 1 });
  await until("the stream is cut", async () => !(await scene.connected(bot)));
  await chat.say("Во время разрыва");
  await until("the stream is back", () => scene.connected(bot));
  await chat.say("После разрыва");
  expect(await said(3)).toEqual(["До разрыва", "Во время разрыва", "После разрыва"]);
  await scene.clearFaults();
});

it("sends again what KChat answered with 504, without a double", async () => {
  const { chat, hears } = await customer();
  await scene.settings({ deduplicates: true });
  await scene.fault({ method: "sendTextMessage", status: 504, times: 1, carriedOut: true });
  await chat.say("/start");
  await hears(/./);
  await until(
    "it was tried twice",
    async () => {
      const calls = await scene.calls("sendTextMessage", bot);
      return calls.filter(({ path }) => path.group === chat.groupId).length === 2;
    },
    30_000,
  );
  expect(await chat.heard()).toHaveLength(1);
}, 40_000);

it("says that the token expired, and goes on with a new one", async () => {
  const { chat, said } = await customer();
  await chat.say("До конца срока");
  await said(1);
  await scene.expire(bot);
  await scene.stream(bot, { cut: true });
  await until("the resource says so", async () => (await resource()).errorCode === "token_invalid");
  await chat.say("Пока токен не годится");
  const renewed = await scene.renew(bot);
  await connectKchat(workspaceId, renewed, { serves: "support" });
  expect(await said(2)).toEqual(["До конца срока", "Пока токен не годится"]);
  await until("the resource works", async () => (await resource()).state === "active");
}, 40_000);

it("talks to somebody of whom KChat tells nothing, or only what their chat says", async () => {
  await scene.fault({ method: "getUser", status: 404, times: 2 });
  const known = await customer();
  await known.chat.say("Добрый день");
  await known.said(1);
  expect((await known.conversation())?.contact).toMatchObject({
    lastName: known.person.lastName,
    email: null,
  });
  await scene.fault({ method: "getUserGroupState", status: 504, times: 1 });
  const stranger = await customer();
  await stranger.chat.say("Добрый день");
  await tryAgain();
  await stranger.said(1);
  await scene.clearFaults();
});

it("waits with a new chat's message until KChat says whether the chat is private", async () => {
  const { chat, said } = await customer();
  await scene.fault({ method: "getAllUserGroupStates", status: 504, times: 1 });
  await scene.fault({ method: "getUserGroupState", status: 504, times: 1 });
  await chat.say("Есть кто?");
  await tryAgain();
  expect(await said(1)).toEqual(["Есть кто?"]);
  expect(await db.inboundUpdate.count({ where: { resourceId, error: { not: null } } })).toBe(0);
  await scene.clearFaults();
}, 40_000);

it("keeps a group's talk for the hub, and who came and went", async () => {
  const { person } = await customer();
  const group = await scene.group("Команда", [bot, person]);
  await group.as(person).say("Всем привет");
  const kept = await until("the message is in the hub", () =>
    db.hubMessage.findFirst({ where: { workspaceId, text: "Всем привет" }, include: { chat: true } }),
  );
  expect(kept.chat).toMatchObject({ type: "group", externalId: `${group.workspaceId}:${group.id}` });
});
