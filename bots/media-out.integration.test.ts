import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { customerMessage } from "@/server/domain/conversations/queries";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { uploadFile } from "@/server/domain/files/upload-file";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { retryDelivery } from "@/server/domain/messages/retry-delivery";
import { listAlerts } from "@/server/domain/notifications/queries";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, startScene } from "@/server/simulator/test-scene";

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

/** A firm with a manager, and a customer who waits for one in a topic. */
async function waiting() {
  const bot = await scene.addBot();
  const owner = await scene.addPerson("en", "Olga");
  const manager = await scene.addPerson("en", "Ana");
  const person = await scene.addPerson("en");
  const group = await scene.addForum([bot], [owner, manager]);
  const workspaceId = await makeCompany();
  const resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  await nameManager(workspaceId, manager.id, "Ana");
  const chat = scene.at(person, { bot: bot.id });
  await chat.say("/operator");
  const { id } = await until("a topic", async () =>
    (await scene.topics(group)).find(({ name }) => name.startsWith(person.firstName)),
  );
  const place = scene.at(manager, { chat: group, topic: id });
  const shows = (text: string | RegExp) => until(`the topic shows ${text}`, () => place.find(text));
  await shows(/I have called a manager/);
  const contact = await db.contact.findFirstOrThrow({
    where: { workspaceId, externalId: String(person.id) },
  });
  const actor: CustomerActor = { kind: "customer", workspaceId, resourceId, contactId: contact.id };
  const refuse = (method: string, more: object = {}) =>
    scene.post("/faults", {
      bot: bot.id,
      method,
      times: 1,
      errorCode: 400,
      description: "Bad Request: not today",
      ...more,
    });
  return {
    bot,
    manager,
    workspaceId,
    resourceId,
    actor,
    refuse,
    chat,
    topic: { id, group, ...place, shows },
    hears: (text: string | RegExp) => until(`the customer hears ${text}`, () => chat.find(text)),
  };
}

async function upload(actor: CustomerActor, fileName: string): Promise<string> {
  const colour = { width: 60, height: 40, channels: 3 as const, background: "green" };
  const bytes = await sharp({ create: colour }).jpeg().toBuffer();
  return (await uploadFile(actor, { stream: Readable.from([bytes]), fileName })).id;
}

const write = (actor: CustomerActor, text: string, fileIds: string[] = []) =>
  receiveCustomerMessage(actor, { text, origin: "mini_app", clientId: `${text}${fileIds}`, fileIds });

describe.concurrent("files cross", () => {
  test("what a customer attached in the Mini App stands in the topic: a photo, then an album", async () => {
    const { actor, topic, bot } = await waiting();
    await write(actor, "My licence", [await upload(actor, "licence.jpg")]);
    await write(actor, "", [await upload(actor, "a.jpg"), await upload(actor, "b.jpg")]);
    const photos = await until("three photos", async () => {
      const found = (await topic.heard()).filter(({ photo }) => photo);
      return found.length === 3 && found;
    });
    expect(photos.map(({ caption }) => caption)).toEqual(["My licence", undefined, undefined]);
    expect(await scene.calls("sendMediaGroup", bot.id)).toHaveLength(1);
    await topic.say("Thank you", { replyTo: photos[1]?.message_id });
    await until("the reply is known", () =>
      db.message.findFirst({ where: { text: "Thank you", replyTo: { contactId: actor.contactId } } }),
    );
  });

  test("a manager's album reaches the private chat as one album, and its caption follows an edit", async () => {
    const { topic, chat, bot, manager } = await waiting();
    const [first] = await scene.post<{ message_id: number }[]>("/messages", {
      from: manager.id,
      chat: topic.group,
      topic: topic.id,
      mediaGroup: [{ photo: {}, caption: "Two cars" }, { photo: {} }],
    });
    const photos = async () => (await chat.heard()).filter(({ photo }) => photo);
    await until("the album", async () => (await photos()).length === 2);
    expect(await scene.calls("sendMediaGroup", bot.id)).toHaveLength(1);
    await scene.post("/edits", {
      from: manager.id,
      chat: topic.group,
      messageId: first?.message_id,
      caption: "Two red cars",
    });
    await until("the edit", async () => (await photos())[0]?.caption === "Two red cars");
  });
});

test("a history's files stand between its lines, in order", async () => {
  const bot = await scene.addBot();
  const person = await scene.addPerson("en");
  const group = await scene.addForum([bot], [await scene.addPerson("en")]);
  const workspaceId = await makeCompany();
  await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  const chat = scene.at(person, { bot: bot.id });
  await chat.say("/start");
  await chat.say("Hello");
  await scene.post("/messages", { from: person.id, bot: bot.id, photo: {}, caption: "My car" });
  await until("the photo is taken in", () =>
    db.message.findFirst({ where: { workspaceId, attachments: { some: {} } } }),
  );
  await chat.say("/operator");
  const { id } = await until("a topic", async () => (await scene.topics(group))[0]);
  const place = scene.at(person, { chat: group, topic: id });
  await until("the history", () => place.find(/I have called a manager/));
  const said = (await place.heard()).map(({ text, caption }) => text ?? caption ?? "");
  // The card's summary may quote them as well.
  const at = (words: string) => said.findLastIndex((one) => one.includes(words));
  const places = ["Why a person", "\nHello", "My car", "I have called a manager"].map((words) => at(words));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(new Set([-1, ...places]).size).toBe(5);
  expect(said[at("My car")]).toBe("My car");
});

describe.concurrent("what failed", () => {
  test("is told to the manager, who sends it again once, however often they press", async () => {
    const { topic, hears, chat, refuse } = await waiting();
    await refuse("sendMessage");
    const said = await topic.say("Your car is ready");
    const notice = await topic.shows(/Not delivered: the messenger refused it.*not today/);
    expect(notice.reply_to_message?.message_id).toBe(said.message_id);
    expect((await topic.press(notice.message_id, "Retry")).answer?.text).toBe("Sending it again.");
    await hears("Your car is ready");
    expect((await topic.press(notice.message_id, "Retry")).answer?.text).toMatch(/Nothing to send again/);
    expect((await chat.heard()).filter(({ text }) => text === "Your car is ready")).toHaveLength(1);
  });

  test("tells the manager again when it fails again", async () => {
    const { topic, refuse } = await waiting();
    await refuse("sendMessage");
    await topic.say("Your car is ready");
    const notice = await topic.shows(/Not delivered/);
    await refuse("sendMessage");
    await topic.press(notice.message_id, "Retry");
    await until(
      "a second notice",
      async () => (await topic.heard()).filter(({ text }) => /Not delivered/.test(text ?? ""))[1],
    );
  });

  test("an edit that the customer's chat refuses comes as a message of its own", async () => {
    const { topic, chat, hears, refuse } = await waiting();
    const said = await topic.say("At five");
    await hears("At five");
    await refuse("editMessageText");
    await topic.edit(said.message_id, "At six");
    const told = await hears("✏️ At six");
    expect(scene.buttonsOf(told).map(({ text }) => text)).toEqual(["Open chat"]);
    expect(await chat.find("At five")).toBeDefined();
    expect((await topic.heard()).some(({ text }) => /Not delivered/.test(text ?? ""))).toBe(false);
  });

  test("shows in the customer's chat with its reason, alerts the owner, and goes again on demand", async () => {
    const { actor, topic, refuse, workspaceId } = await waiting();
    await refuse("sendMessage");
    const { message } = await write(actor, "Where are you?");
    await until("it failed", async () => (await customerMessage(actor, message.id)).status === "failed");
    expect((await customerMessage(actor, message.id)).failure).toBe("refused");
    const owner = { kind: "member", workspaceId, userId: 0, role: "owner" } as const;
    expect(await listAlerts(owner)).toMatchObject([
      {
        code: "delivery_failed",
        detail: expect.stringMatching(/^Person\d+ · #\d+: Bad Request: not today$/),
      },
    ]);
    const again = await Promise.all([1, 2].map(() => retryDelivery(actor, { messageId: message.id })));
    expect(again.filter(({ ok }) => ok)).toHaveLength(1);
    expect(again).toContainEqual({ ok: false, reason: "not_failed" });
    await topic.shows("Where are you?");
    await until("delivered", async () => (await customerMessage(actor, message.id)).status === "delivered");
    expect(await customerMessage(actor, message.id)).toMatchObject({ failure: null });
  });

  test("is told to a customer who writes to the bot, beside their message, with the same button", async () => {
    const { topic, refuse, chat, hears } = await waiting();
    await refuse("sendMessage");
    const said = await chat.say("Anybody?");
    const notice = await hears(/has not reached our team: it was refused/);
    expect(notice.reply_to_message?.message_id).toBe(said.message_id);
    expect((await chat.press(notice.message_id, "Retry")).answer?.text).toBe("Sending it again.");
    await topic.shows("Anybody?");
    expect((await chat.press(notice.message_id, "Retry")).answer?.text).toMatch(/Nothing to send again/);
  });

  test("is nobody else's to send again", async () => {
    const { actor, topic, refuse, resourceId, workspaceId } = await waiting();
    const other = await waiting();
    await refuse("sendMessage");
    await topic.say("For James alone");
    await topic.shows(/Not delivered/);
    const delivery = await db.delivery.findFirstOrThrow({
      where: { workspaceId, state: "failed", chat: { type: "private" } },
    });
    const staff: StaffContactActor = {
      kind: "staff-contact",
      workspaceId,
      resourceId,
      contactId: 1,
      role: "manager",
    };
    const unknown = { ok: false, reason: "unknown_message" };
    for (const stranger of [
      { ...staff, workspaceId: other.workspaceId, resourceId: other.resourceId },
      { ...staff, resourceId: other.resourceId },
    ])
      expect(await retryDelivery(stranger, { deliveryId: delivery.id })).toEqual(unknown);
    await refuse("sendMessage");
    const { message } = await write(actor, "Mine");
    await until("it failed", async () => (await customerMessage(actor, message.id)).status === "failed");
    expect(await retryDelivery(other.actor, { messageId: message.id })).toEqual(unknown);
    const manager = delivery.messageId ?? 0;
    expect(await retryDelivery(actor, { messageId: manager })).toEqual(unknown);
    expect(await retryDelivery(staff, { deliveryId: delivery.id })).toEqual({ ok: true });
  });
});

test("a card that a crash interrupted is shown again; what may have reached a customer is not", async () => {
  const { workspaceId, topic } = await waiting();
  const card = await db.delivery.findFirstOrThrow({
    where: { workspaceId, dedupeKey: { startsWith: "card:" }, state: "sent" },
  });
  const cards = async () => (await topic.heard()).filter(({ text }) => text?.includes("Why a person"));
  expect(await cards()).toHaveLength(1);
  await transaction(async (tx) => {
    await tx.delivery.update({ where: { id: card.id }, data: { state: "pending", startedAt: new Date() } });
    await wakeChat(tx, card.chatId);
  });
  await until("the card stands there again", async () => (await cards()).length === 2);
});
