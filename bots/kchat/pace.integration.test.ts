import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeMember } from "@/scripts/testing/make-member";
import { makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { identifyChat } from "@/server/domain/contacts/identify-chat";
import { tellInChat } from "@/server/domain/meetings/tell-in-chat";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { listResources } from "@/server/domain/resources/queries";
import { transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type KchatScene, startKchatScene } from "@/server/simulator/kchat/kchat-scene";

let scene: KchatScene;
let bots: RunningBots;

beforeAll(async () => {
  scene = await startKchatScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bots = await startBots({ listen: false });
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
});

it("sends a hundred messages at the pace that KChat takes, chats in turn, and tells how long it takes", async () => {
  const bot = await scene.addBot();
  const workspaceId = await makeCompany();
  const resourceId = await connectKchat(workspaceId, bot);
  await scene.settings({ requestLimit: { enabled: true, perMinute: 60 } });
  const chats = await Promise.all(
    Array.from({ length: 11 }, async () => {
      const chat = await scene.p2p(await scene.addPerson(), bot);
      const place = { workspaceId, resourceId, externalId: chat.chatId, type: "private" as const };
      const { id } = await identifyChat({ ...place, isForum: false });
      return { ...chat, id };
    }),
  );
  const [talkative, ...others] = chats;
  const queue = (chatId: number, text: string) =>
    transaction((tx) =>
      queueDelivery(tx, {
        ...{ workspaceId, resourceId, chatId },
        act: { type: "message", message: { text } },
        dedupeKey: `test:${resourceId}:${text}`,
      }),
    );
  const began = Date.now();
  for (let number = 1; number <= 90; number += 1) await queue(talkative?.id ?? 0, `long ${number}`);
  for (const { id } of others) await queue(id, `short ${id}`);

  const [view] = await listResources(await makeMember(workspaceId));
  expect(view?.queues.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(80);
  expect(view?.sendingMs).toBeGreaterThan(60_000);

  const heard = async () =>
    (await Promise.all(others.map((chat) => chat.heard()))).filter(({ length }) => length);
  await until(
    "every other chat has its message",
    async () => (await heard()).length === others.length,
    30_000,
  );
  const minutes = (Date.now() - began) / 60_000;
  const calls = await scene.calls("sendTextMessage", bot);
  expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
  expect(calls.length).toBeLessThanOrEqual(10 + 45 * minutes + 1);
  // The long line went on meanwhile, in order.
  const texts = (await talkative?.heard())?.map(({ message }) => message) ?? [];
  expect(texts.length).toBeGreaterThan(8);
  expect(texts).toEqual(texts.map((_, index) => `long ${index + 1}`));
}, 60_000);

it("answers who waits for it before the many who are invited, and all of them at the pace", async () => {
  const bot = await scene.addBot();
  const workspaceId = await makeCompany();
  const resourceId = await connectKchat(workspaceId, bot);
  const invited = await Promise.all(
    Array.from({ length: 25 }, async () => {
      const chat = await scene.p2p(await scene.addPerson(), bot);
      const place = { workspaceId, resourceId, externalId: chat.chatId, type: "private" as const };
      const { id } = await identifyChat({ ...place, isForum: false });
      return { ...chat, id };
    }),
  );
  for (const { id: chatId } of invited) {
    const telling = { workspaceId, meetingId: 1, key: `invitation:${chatId}:0`, text: "Приглашение" };
    await transaction((tx) => tellInChat(tx, { chatId, resourceId }, telling));
  }
  const calls = async () => (await scene.calls("sendTextMessage", bot)).length;
  await until("the first are invited", async () => (await calls()) >= 5);
  const asking = invited.at(-1);
  const act = { type: "message" as const, message: { text: "Ответ" } };
  const reply = {
    workspaceId,
    resourceId,
    chatId: asking?.id ?? 0,
    act,
    dedupeKey: `test:${resourceId}:reply`,
  };
  await transaction((tx) => queueDelivery(tx, reply));
  await until("the answer", () => asking?.find("Ответ"), 5000);
  expect(await calls()).toBeLessThan(15);
}, 60_000);
