import { expect, test } from "vitest";
import { openTopic } from "@/server/domain/conversations/open-topic";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { db } from "@/server/lib/db";
import { managing } from "@/server/simulator/test-scene";
import { drainChat } from "./drain-chat";
import { drainAll, firm, inFloodedScene, scene, waiting } from "./testing/flooded-scene";

inFloodedScene();

test("conversations spread over two groups; of a group that is lost the other takes over", async () => {
  const one = await firm(2);
  const customers = [];
  for (let index = 0; index < 4; index++) customers.push(await waiting(one));
  const [lost, kept] = await one.chats();
  if (!lost || !kept) throw new Error("two groups were expected");
  const topicsIn = (chatId: number) =>
    db.topic.count({ where: { chatId, state: { in: ["opening", "open"] } } });
  expect([await topicsIn(lost.id), await topicsIn(kept.id)]).toEqual([2, 2]);
  // One topic of the lost group is made already, the other is not.
  const [made] = customers;
  await drainAll(kept.id);
  await scene.post("/faults", {
    bot: one.bot.id,
    method: "createForumTopic",
    errorCode: 429,
    description: "Too Many Requests: retry after 1",
    retryAfter: 1,
  });
  await drainChat({ chatId: lost.id });
  await db.chat.update({ where: { id: lost.id }, data: { heldUntil: null } });
  await scene.post(`/groups/${lost.externalId}/kick`, { user: one.bot.id });
  await drainChat({ chatId: lost.id });
  const resource = () => db.resource.findUniqueOrThrow({ where: { id: one.resourceId } });
  expect(await resource()).toMatchObject({ state: "active", warningCode: "some_groups_broken" });
  expect([await topicsIn(lost.id), await topicsIn(kept.id)]).toEqual([0, 4]);
  await drainAll(kept.id);
  expect((await scene.topics(Number(kept.externalId))).length).toBe(4);
  const next = await waiting(one);
  expect((await next.topic()).chatId).toBe(kept.id);
  await made?.write("still there?");
  await drainAll(kept.id);
  expect((await one.sends()).at(-1)?.parameters.text).toBe("still there?");

  await scene.post(`/groups/${kept.externalId}/kick`, { user: one.bot.id });
  await probeResource(one.resourceId);
  expect(await resource()).toMatchObject({ state: "error", errorCode: "bot_kicked" });
  await scene.post(`/groups/${lost.externalId}/rights`, { user: one.bot.id, rights: managing });
  await probeResource(one.resourceId);
  expect(await resource()).toMatchObject({ state: "active", warningCode: "some_groups_broken" });
  // What is said in a topic that stands in a lost group brings the conversation to the group that works.
  await made?.write("and now?");
  await drainChat({ chatId: kept.id });
  await openTopic({ conversationId: made?.conversationId ?? 0 });
  expect((await made?.topic())?.chatId).toBe(lost.id);
  await drainAll(lost.id);
  expect((await one.sends()).at(-1)?.parameters.text).toMatch(/still there\?[\s\S]*and now\?/);
  await scene.post(`/groups/${kept.externalId}/rights`, { user: one.bot.id, rights: managing });
  await probeResource(one.resourceId);
  expect(await resource()).toMatchObject({ state: "active", warningCode: null });
}, 60_000);
