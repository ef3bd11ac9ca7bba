import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { db, pool } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import {
  managing,
  type Scene,
  type SceneBot,
  type ScenePerson,
  startScene,
} from "@/server/simulator/test-scene";

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

/** A firm of its own with a polled bot, its managers' group and one manager. */
async function firm(kind: object = { forum: true }) {
  const bot = await scene.addBot();
  const owner = await scene.addPerson("en", "Olga");
  const manager = await scene.addPerson("en", "Ana");
  const group = await scene.addForum([bot], [owner, manager], kind);
  const workspaceId = await makeCompany();
  const resourceId = await connectBot(workspaceId, {
    ...bot,
    managerGroupIds: [group],
    adminIds: [owner.id],
  });
  await nameManager(workspaceId, manager.id, "Ana");
  const resource = () =>
    db.resource.findUniqueOrThrow({ where: { id: resourceId }, include: { lease: true } });
  await until("the bot is polled", async () => (await resource()).lease?.polledAt ?? polling(bot));
  return { bot, owner, manager, group, workspaceId, resourceId, resource };
}
type Firm = Awaited<ReturnType<typeof firm>>;

async function polling(bot: SceneBot): Promise<boolean> {
  const { bots: all } = await scene.control<{ bots: { id: number; polling: boolean }[] }>("GET", "/world");
  return all.some(({ id, polling }) => id === bot.id && polling);
}

async function customerOf({ bot, workspaceId, resourceId }: Firm, languageCode = "en") {
  const person = await scene.addPerson(languageCode);
  const chat = scene.at(person, { bot: bot.id });
  const conversation = () =>
    db.conversation.findFirstOrThrow({
      where: { resourceId, contact: { externalId: String(person.id) } },
      orderBy: { id: "desc" },
      include: { messages: { orderBy: { seq: "asc" } }, topics: { orderBy: { id: "asc" } } },
    });
  return {
    person,
    chat,
    conversation,
    hears: (text: string | RegExp) => until(`${person.firstName} hears ${text}`, () => chat.find(text)),
    actor: async () => ({
      kind: "customer" as const,
      workspaceId,
      resourceId,
      contactId: (await conversation()).contactId,
    }),
  };
}

async function topicOf(person: ScenePerson, { manager }: Firm, group: number, except: number[] = []) {
  const { id } = await until(`a topic of ${person.firstName}`, async () =>
    (await scene.topics(group)).find(
      (topic) => topic.name.startsWith(`${person.firstName} ·`) && !except.includes(topic.id),
    ),
  );
  const place = scene.at(manager, { chat: group, topic: id });
  return {
    id,
    ...place,
    shows: (text: string | RegExp) => until(`the topic shows ${text}`, () => place.find(text)),
  };
}

async function waiting(one: Firm) {
  const customer = await customerOf(one);
  await customer.chat.say("/operator");
  const topic = await topicOf(customer.person, one, one.group);
  await topic.shows(/I have called a manager/);
  return { customer, topic };
}

const inError = (one: Firm, code: string) =>
  until(`error ${code}`, async () => (await one.resource()).errorCode === code);

describe.concurrent("several bots", () => {
  test("two bots in one group each serve their own topics", async () => {
    const one = await firm();
    const second = await scene.addBot();
    await scene.post(`/groups/${one.group}/rights`, { user: second.id, rights: managing });
    await connectBot(one.workspaceId, { ...second, managerGroupIds: [one.group] });
    await until("the second bot is polled", () => polling(second));
    const { customer, topic } = await waiting(one);
    await topic.say("only once");
    await customer.hears("only once");
    await until(
      "both bots have handled it",
      async () =>
        (await db.inboundUpdate.count({
          where: { resource: { workspaceId: one.workspaceId }, processedAt: null },
        })) === 0 && (await db.inboundUpdate.count({ where: { lane: `${one.group}/${topic.id}` } })) >= 2,
    );
    const { messages } = await customer.conversation();
    expect(messages.filter(({ text }) => text === "only once")).toHaveLength(1);
    expect((await customer.chat.heard()).filter(({ text }) => text === "only once")).toHaveLength(1);
  });
});

describe.concurrent("when the group changes", () => {
  test("a deleted topic is replaced by a new one with card and whole history", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await topic.say("first answer");
    await topic.say("/note prefers mornings");
    await topic.shows(/Note kept/);
    await scene.post("/topics/delete", { chat: one.group, topic: topic.id });
    await customer.chat.say("are you there?");
    const next = await topicOf(customer.person, one, one.group, [topic.id]);
    await next.shows(/first answer[\s\S]*📝 Ana\nprefers mornings[\s\S]*are you there\?/);
    expect((await next.heard()).find(({ text }) => text)?.text).toContain("Why a person");
    expect(await customer.chat.find(/prefers mornings/)).toBeUndefined();
    await next.say("here, in the new topic");
    await customer.hears("here, in the new topic");
    expect((await customer.conversation()).topics.map(({ state }) => state)).toEqual(["deleted", "open"]);
  });

  test("lost rights: the error says so, the customer waits, and gets the topic once they are back", async () => {
    const one = await firm();
    await scene.post(`/groups/${one.group}/rights`, {
      user: one.bot.id,
      rights: { can_manage_topics: false },
    });
    await inError(one, "group_no_rights");
    const customer = await customerOf(one);
    await customer.chat.say("/operator");
    await customer.hears(/I have called a manager/);
    await until(
      "the card waits",
      async () =>
        (await db.chat.findFirst({ where: { resourceId: one.resourceId, type: "supergroup" } }))?.heldUntil,
    );
    await customer.chat.say("still here");
    expect(await scene.topics(one.group)).toEqual([]);
    expect((await customer.conversation()).state).toBe("waiting");
    await scene.post(`/groups/${one.group}/rights`, { user: one.bot.id, rights: managing });
    const topic = await topicOf(customer.person, one, one.group);
    await topic.shows(/still here/);
    expect(await one.resource()).toMatchObject({ state: "active", errorCode: null });
  });

  test("kicked: error bot_kicked, answers go on, everything arrives after the return", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await scene.post(`/groups/${one.group}/kick`, { user: one.bot.id });
    await inError(one, "bot_kicked");
    await customer.chat.say("a question while you were out");
    const other = await customerOf(one);
    await other.chat.say("What is the deposit for an economy car?");
    await other.hears(/150 euros/);
    await until(
      "the message waits",
      async () =>
        (await db.chat.findFirst({ where: { resourceId: one.resourceId, type: "supergroup" } }))?.heldUntil,
    );
    expect((await one.resource()).errorCode).toBe("bot_kicked");
    await scene.post(`/groups/${one.group}/rights`, { user: one.bot.id, rights: managing });
    await topic.shows("a question while you were out");
    expect((await one.resource()).errorCode).toBeNull();
  });

  test("a group upgraded to a forum is followed, and what waited is delivered there", async () => {
    const one = await firm({ type: "group" });
    await inError(one, "group_not_forum");
    const customer = await customerOf(one);
    await customer.chat.say("/operator");
    await customer.hears(/I have called a manager/);
    const next = await scene.post<{ id: number }>(`/groups/${one.group}/upgrade`, { forum: true });
    const topic = await topicOf(customer.person, one, next.id);
    await topic.shows(/I have called a manager/);
    expect((await one.resource()).settings).toMatchObject({ managerGroupIds: [String(next.id)] });
    await until("the error is over", async () => (await one.resource()).errorCode === null);
    await topic.say("welcome");
    await customer.hears("welcome");
  });

  test("without a managers' group the customer waits; naming one later brings the topic", async () => {
    const one = await firm();
    const before = (await one.resource()).settings as object;
    await db.resource.update({ where: { id: one.resourceId }, data: { settings: { managerGroupIds: [] } } });
    const customer = await customerOf(one);
    await customer.chat.say("/operator");
    await customer.hears(/I have called a manager/);
    await until("the owner is told", () =>
      db.alert.findFirst({ where: { workspaceId: one.workspaceId, code: "group_missing" } }),
    );
    await db.resource.update({ where: { id: one.resourceId }, data: { settings: before } });
    await probeResource(one.resourceId);
    await topicOf(customer.person, one, one.group);
  });

  test("a customer who blocked the bot: the topic is told, and not again once they are back", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await scene.post("/blocks", { user: customer.person.id, bot: one.bot.id, blocked: true });
    await topic.say("can you read this?");
    await topic.shows(/has blocked it/);
    const contact = () => db.contact.findFirstOrThrow({ where: { externalId: String(customer.person.id) } });
    expect((await contact()).blockedAt).not.toBeNull();
    await customer.chat.say("I am back");
    await topic.shows("I am back");
    expect((await contact()).blockedAt).toBeNull();
    await topic.say("good");
    await customer.hears("good");
  });
});

describe.concurrent("deliveries", () => {
  test("429: retry_after is obeyed, nothing is lost or doubled, the order stays", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await scene.post("/faults", {
      bot: one.bot.id,
      method: "sendMessage",
      errorCode: 429,
      description: "Too Many Requests: retry after 1",
      retryAfter: 1,
      times: 1,
    });
    const sentAt = Date.now();
    for (const text of ["one", "two", "three"]) await topic.say(text);
    await customer.hears("three");
    expect(Date.now() - sentAt).toBeGreaterThanOrEqual(1000);
    const texts = (await customer.chat.heard()).map(({ text }) => text);
    expect(texts.slice(-3)).toEqual(["one", "two", "three"]);
  });

  test("a refusal of the whole way (500) is tried again, in order", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await scene.post("/faults", { bot: one.bot.id, method: "sendMessage", errorCode: 502, times: 1 });
    for (const text of ["one", "two"]) await topic.say(text);
    await customer.hears("two");
    const texts = (await customer.chat.heard()).map(({ text }) => text);
    expect(texts.slice(-2)).toEqual(["one", "two"]);
  });

  test("a delivery that a crash interrupted is unknown, is never sent again, and stops nobody", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    const chat = await db.chat.findFirstOrThrow({
      where: { resourceId: one.resourceId, type: "private", externalId: String(customer.person.id) },
    });
    const { id: conversationId, messages } = await customer.conversation();
    const interrupted = await db.delivery.create({
      data: {
        workspaceId: one.workspaceId,
        resourceId: one.resourceId,
        chatId: chat.id,
        messageId: messages[0]?.id,
        act: { type: "message", message: { text: "half sent" } },
        dedupeKey: `crash:${conversationId}`,
        startedAt: new Date(),
        attempts: 1,
      },
    });
    await topic.say("after the crash");
    await customer.hears("after the crash");
    expect(await db.delivery.findUniqueOrThrow({ where: { id: interrupted.id } })).toMatchObject({
      state: "unknown",
      errorCode: "interrupted",
    });
    expect(await customer.chat.find("half sent")).toBeUndefined();
  });

  test("a manager learns of a message of theirs whose fate a crash left unknown", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await topic.say("important");
    await customer.hears("important");
    const sent = await until("it is sent", () =>
      db.delivery.findFirst({
        where: { resourceId: one.resourceId, message: { text: "important" }, state: "sent" },
      }),
    );
    // Only a job that is at work could take what a crash left for something that waits.
    await until("nothing is being sent to the chat", async () => {
      const { rows } = await pool().query("select 1 from graphile_worker.jobs where queue_name = $1", [
        `chat:${sent.chatId}`,
      ]);
      return rows.length === 0;
    });
    await db.delivery.update({ where: { id: sent.id }, data: { state: "pending", startedAt: new Date() } });
    await topic.say("next");
    await customer.hears("next");
    await topic.shows(/⚠️/);
  });

  test("the same update twice is one message", async () => {
    const one = await firm();
    const customer = await customerOf(one);
    await customer.chat.say("/operator");
    const topic = await topicOf(customer.person, one, one.group);
    const update = {
      update_id: 999_000_111,
      message: {
        message_id: 4_000_000,
        date: Math.floor(Date.now() / 1000),
        chat: { id: customer.person.id, type: "private", first_name: customer.person.firstName },
        from: {
          id: customer.person.id,
          is_bot: false,
          first_name: customer.person.firstName,
          language_code: "en",
        },
        text: "double trouble",
      },
    };
    await Promise.all([1, 2].map(() => scene.post("/updates", { bot: one.bot.id, update })));
    // The same message under another number: Telegram's counting restarts at random after a quiet week.
    await scene.post("/updates", { bot: one.bot.id, update: { ...update, update_id: 999_000_112 } });
    await topic.shows("double trouble");
    await until(
      "everything is handled",
      async () =>
        (await db.inboundUpdate.count({
          where: { resourceId: one.resourceId, externalId: "999000112", processedAt: { not: null } },
        })) === 1,
    );
    expect((await topic.heard()).filter(({ text }) => text === "double trouble")).toHaveLength(1);
    const { messages } = await customer.conversation();
    expect(messages.filter(({ text }) => text === "double trouble")).toHaveLength(1);
  });

  test("a message edited while it still waits to be sent arrives as it reads now", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    await scene.post("/faults", {
      bot: one.bot.id,
      method: "sendMessage",
      errorCode: 429,
      description: "Too Many Requests: retry after 1",
      retryAfter: 1,
      times: 1,
    });
    const typed = await topic.say("a tyop");
    await until("it is held", () =>
      db.chat.findFirst({ where: { resourceId: one.resourceId, type: "private", heldUntil: { not: null } } }),
    );
    await topic.edit(typed.message_id, "a typo");
    await customer.hears("a typo");
    expect((await customer.chat.heard()).filter(({ text }) => text?.startsWith("a ty"))).toHaveLength(1);
  });

  test("what was written while the bot was paused goes out once it runs again", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    const set = (state: "paused" | "active") =>
      db.resource.update({ where: { id: one.resourceId }, data: { state } });
    await set("paused");
    await until("nobody listens", async () => !(await polling(one.bot)));
    await receiveCustomerMessage(await customer.actor(), { text: "during the pause", origin: "mini_app" });
    await until("the job has looked", async () => {
      const jobs = await db.$queryRaw<object[]>`
        select 1 from graphile_worker.jobs where task_identifier = 'drain-chat' and run_at <= now()`;
      return jobs.length === 0;
    });
    expect(await topic.find("during the pause")).toBeUndefined();
    await set("active");
    await until("the topic shows it", () => topic.find("during the pause"), 18_000);
  }, 30_000);

  test("a text longer than Telegram takes arrives whole, in pieces and in order", async () => {
    const one = await firm();
    const { customer, topic } = await waiting(one);
    const long = Array.from({ length: 900 }, (_, index) => `word${index}`).join(" ");
    await receiveCustomerMessage(await customer.actor(), {
      text: long,
      origin: "mini_app",
      clientId: "long",
    });
    await topic.shows(/word899$/);
    const pieces = (await topic.heard()).filter(({ text }) => text?.startsWith("word"));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.map(({ text }) => text).join(" ")).toBe(long);
  });
});
