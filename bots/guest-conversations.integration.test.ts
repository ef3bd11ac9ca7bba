import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { replyAsMember } from "@/server/domain/conversations/reply-as-member";
import { activateResource } from "@/server/domain/resources/activate-resource";
import { pauseResource } from "@/server/domain/resources/pause-resource";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { removeResource } from "@/server/domain/resources/remove-resource";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type ScenePerson, startScene } from "@/server/simulator/test-scene";

let scene: Scene;
let bots: RunningBots;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bots = await startBots();
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
});

/** A bot with a managers' group of its own in the workspace. */
async function host(workspaceId: number) {
  const bot = await scene.addBot();
  const manager = await scene.addPerson("en", "Ana");
  const group = await scene.addForum([bot], [manager]);
  await nameManager(workspaceId, manager.id, "Ana");
  const resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  return { bot, manager, group, resourceId };
}
type Host = Awaited<ReturnType<typeof host>>;

/** A customer of a bot without managers' groups, in a workspace of their own if none is named. */
async function guest(at?: number) {
  const workspaceId = at ?? (await makeCompany());
  const bot = await scene.addBot();
  const person = await scene.addPerson("en");
  const resourceId = await connectBot(workspaceId, bot);
  const chat = scene.at(person, { bot: bot.id });
  const conversation = () =>
    db.conversation.findFirstOrThrow({
      where: { resourceId },
      include: {
        messages: { orderBy: { seq: "asc" } },
        topics: { orderBy: { id: "asc" }, include: { chat: true } },
      },
    });
  const hears = (text: string | RegExp) => until(`the customer hears ${text}`, () => chat.find(text));
  return { workspaceId, bot, person, resourceId, chat, conversation, hears };
}

async function topicIn({ group, manager }: Host, person: ScenePerson) {
  const { id } = await until(`a topic of ${person.firstName}`, async () =>
    (await scene.topics(group)).find(({ name }) => name.startsWith(`${person.firstName} ·`)),
  );
  const place = scene.at(manager, { chat: group, topic: id });
  const shows = (text: string | RegExp) => until(`the topic shows ${text}`, () => place.find(text));
  const isClosed = async () => (await scene.topics(group)).find((topic) => topic.id === id)?.closed;
  return { id, ...place, shows, isClosed };
}

/** A customer who waits for a person in a topic of the other bot's group. */
async function served() {
  const workspaceId = await makeCompany();
  const home = await host(workspaceId);
  const one = await guest(workspaceId);
  await one.chat.say("/operator");
  const topic = await topicIn(home, one.person);
  await topic.shows(/I have called a manager/);
  return { ...one, home, topic };
}

describe("a bot without managers' groups", () => {
  test("its customers are served in the group of the workspace's other bot, and answered by their own", async () => {
    const { chat, topic, hears, person, bot, home } = await served();
    const card = await topic.shows(/Why a person/);
    expect(card.text).toContain(`Channel: Telegram · ${bot.username}`);
    await topic.say("Ana here");
    await hears("Ana here");
    await chat.say("My booking is 77");
    const mirrored = await until("the topic has the customer's words", async () =>
      (await topic.read()).find(({ text }) => text === "My booking is 77"),
    );
    await topic.say("found it", { replyTo: mirrored.message_id });
    expect((await hears("found it")).reply_to_message?.text).toBe("My booking is 77");
    const written = await chat.say("and the price?");
    await topic.shows("and the price?");
    await chat.edit(written.message_id, "and the full price?");
    await topic.shows("and the full price?");
    await topic.say("/note pays by card");
    await topic.shows(/Note kept/);
    await topic.say("/ai");
    await hears(/assistant is with you again/);
    await chat.say("What is the deposit for an economy car?");
    await hears(/150 euros/);
    await chat.say("/operator");
    await until("the assistant's answer stands in the topic", () => topic.find(/150 euros/));
    // Whatever the host bot said to the customer it would have said to a stranger.
    expect(await scene.messages(person.id, { bot: home.bot.id })).toEqual([]);
  });

  test("the buttons of card and rating work, and the topic closes", async () => {
    const { workspaceId, chat, topic, hears, conversation } = await served();
    const card = await topic.shows(/Why a person/);
    const pressed = await topic.press(card.message_id, "Close");
    expect(pressed.answer?.text).toMatch(/closed/i);
    const closing = await hears(/has closed this conversation/);
    await until("the topic is closed", topic.isClosed);
    await chat.press(closing.message_id, "5 ★");
    await topic.shows(/★★★★★ from/);
    const { id, ...closed } = await conversation();
    expect(closed).toMatchObject({ state: "closed", rating: 5 });
    expect(await db.auditEntry.findMany({ where: { targetId: id } })).toMatchObject([
      { action: "conversation.closed", actorKind: "staff-contact", actorName: "Ana", workspaceId },
    ]);
  });

  test("what did not reach the customer is told in the topic, and goes again from there", async () => {
    const { bot, topic, hears } = await served();
    await scene.post("/faults", {
      bot: bot.id,
      method: "sendMessage",
      errorCode: 400,
      description: "Bad Request: not today",
      times: 1,
    });
    await topic.say("please read");
    const notice = await topic.shows(/Not delivered/);
    const pressed = await topic.press(notice.message_id, "Retry");
    expect(pressed.answer?.text).toMatch(/Sending it again/);
    await hears("please read");
  });

  test("files cross by their bytes: an id of one bot is nothing to the other", async () => {
    const { chat, topic, person, bot, home } = await served();
    await scene.post("/messages", { from: person.id, bot: bot.id, photo: {}, caption: "My licence" });
    await until("the photo stands in the topic", async () =>
      (await topic.heard()).find(({ photo, caption }) => photo && caption === "My licence"),
    );
    await scene.post("/messages", {
      from: home.manager.id,
      chat: home.group,
      topic: topic.id,
      document: { name: "contract.pdf" },
      caption: "Sign here",
    });
    const got = await until("the customer has the contract", async () =>
      (await chat.heard()).find(({ document }) => document),
    );
    expect(got.caption).toBe("Sign here");
    const ids = new Set(
      (
        await db.attachment.findMany({
          where: { message: { conversation: { workspaceId: await idOf(bot) } } },
        })
      ).map(({ externalFileId }) => externalFileId),
    );
    const sent = [
      ...(await scene.calls("sendPhoto", home.bot.id)).map(({ parameters }) => parameters.photo),
      ...(await scene.calls("sendDocument", bot.id)).map(({ parameters }) => parameters.document),
    ];
    expect(sent).toHaveLength(2);
    for (const source of sent) expect(ids.has(source as string)).toBe(false);
  });

  test("members answer from the browser, and the topic shows it", async () => {
    const { workspaceId, conversation, hears, topic } = await served();
    const member = await makeMember(workspaceId, "manager");
    const { id: conversationId, lastSeq: seenSeq } = await conversation();
    const replied = await replyAsMember(member, {
      conversationId,
      text: "from the browser",
      clientId: crypto.randomUUID(),
      seenSeq,
      fileIds: [],
    });
    expect(replied).toMatchObject({ ok: true });
    await hears("from the browser");
    await topic.shows(/from the browser/);
  });
});

async function idOf({ username }: { username: string }): Promise<number> {
  return (await db.resource.findFirstOrThrow({ where: { name: username } })).workspaceId;
}

describe("which group serves", () => {
  test("without any the conversation waits in the browser, never in another company's group, and moves when one comes", async () => {
    const stranger = await host(await makeCompany());
    const one = await guest();
    await one.chat.say("/operator");
    await one.hears(/I have called a manager/);
    await until("the owner is told", () =>
      db.alert.findFirst({ where: { workspaceId: one.workspaceId, code: "group_missing" } }),
    );
    expect((await one.conversation()).topics).toEqual([]);
    const home = await host(one.workspaceId);
    const topic = await topicIn(home, one.person);
    await topic.shows(/I have called a manager/);
    await topic.say("at last");
    await one.hears("at last");
    expect(await scene.topics(stranger.group)).toEqual([]);
    await probeResource(one.resourceId);
    const { warningCode } = await db.resource.findUniqueOrThrow({ where: { id: one.resourceId } });
    expect(warningCode).toBeNull();
  });

  test("a manager of another company cannot reach it by the number of its button", async () => {
    const one = await served();
    const stranger = await host(await makeCompany());
    const other = await guest(
      (await db.resource.findUniqueOrThrow({ where: { id: stranger.resourceId } })).workspaceId,
    );
    await other.chat.say("/operator");
    const theirs = await topicIn(stranger, other.person);
    const card = await theirs.shows(/Why a person/);
    const { id } = await one.conversation();
    const { answer } = await scene.post<{ answer: { text?: string } | null }>("/callbacks", {
      from: stranger.manager.id,
      chat: stranger.group,
      messageId: card.message_id,
      data: `close:${id}`,
      force: true,
    });
    expect(answer?.text).toMatch(/no conversation/i);
    expect((await one.conversation()).state).toBe("waiting");
  });

  test("a conversation keeps its topic; with its host paused it moves to another group, and back it does not come", async () => {
    const one = await served();
    const owner = await makeMember(one.workspaceId);
    await pauseResource(owner, { resourceId: one.home.resourceId });
    await one.chat.say("is anybody there?");
    await until("the customer's words are stored", async () =>
      (await one.conversation()).messages.some(({ text }) => text === "is anybody there?"),
    );
    expect((await one.conversation()).topics).toHaveLength(1);
    const next = await host(one.workspaceId);
    const topic = await topicIn(next, one.person);
    await topic.shows(/I have called a manager[\s\S]*is anybody there\?/);
    await topic.say("yes, here");
    await one.hears("yes, here");
    await activateResource(owner, { resourceId: one.home.resourceId });
    await one.topic.shows(/goes on in another group/);
    await until("the old topic is closed", one.topic.isClosed);
    await one.chat.say("thank you");
    await topic.shows("thank you");
    expect((await one.conversation()).topics.map(({ state }) => state)).toEqual(["deleted", "open"]);
  });

  test("a host that comes back goes on in the same topic", async () => {
    const one = await served();
    const owner = await makeMember(one.workspaceId);
    await pauseResource(owner, { resourceId: one.home.resourceId });
    await one.chat.say("still here");
    await until("the customer's words are stored", async () =>
      (await one.conversation()).messages.some(({ text }) => text === "still here"),
    );
    await activateResource(owner, { resourceId: one.home.resourceId });
    await one.topic.shows("still here");
    expect((await one.conversation()).topics).toHaveLength(1);
  });

  test("with its host put out of the group it moves, too", async () => {
    const one = await served();
    const next = await host(one.workspaceId);
    await scene.post(`/groups/${one.home.group}/kick`, { user: one.home.bot.id });
    const topic = await topicIn(next, one.person);
    await topic.shows(/I have called a manager/);
    await topic.say("from the other group");
    await one.hears("from the other group");
    expect((await one.conversation()).topics.map(({ state }) => state)).toEqual(["deleted", "open"]);
  });

  test("with its host removed it moves, too", async () => {
    const one = await served();
    const next = await host(one.workspaceId);
    const owner = await makeMember(one.workspaceId);
    const { name } = await db.resource.findUniqueOrThrow({ where: { id: one.home.resourceId } });
    await removeResource(owner, { resourceId: one.home.resourceId, confirmation: name });
    const topic = await topicIn(next, one.person);
    await topic.shows(/I have called a manager/);
    await topic.say("here");
    await one.hears("here");
  });
});
