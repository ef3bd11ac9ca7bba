import { randomUUID } from "node:crypto";
import { hashApiKey, newApiKey } from "@/server/domain/api-keys/key-format";
import { API_SCOPES, type ApiScope } from "@/server/domain/api-keys/schema";
import { db } from "@/server/lib/db";

/** A workspace as the older hub would have known it: one bot in a group with a client, a manager and a tester. */
export async function flowerFirm() {
  const { id: workspaceId } = await db.workspace.create({
    data: { name: "Flowers", timeZone: "Europe/Moscow" },
  });
  const resource = await db.resource.create({
    data: {
      workspaceId,
      provider: "telegram",
      name: "Bot",
      accountKey: randomUUID(),
      credentials: "",
      state: "active",
    },
  });
  const person = (externalId: string, firstName: string, more: object = {}) =>
    db.contact.create({ data: { workspaceId, provider: "telegram", externalId, firstName, ...more } });
  const client = await person("7000000001", "Мария", { username: "maria", lastName: "Соколова" });
  const manager = await person("7000000002", "Олег", { role: "manager" });
  const tester = await person("7000000003", "Тест", { excludeFromAnalytics: true });
  const place = { workspaceId, resourceId: resource.id };
  const group = await db.chat.create({
    data: {
      ...place,
      externalId: "-1001234567890",
      type: "supergroup",
      title: "Опт",
      lastMessageAt: new Date(),
      members: { create: [client, manager, tester].map(({ id }) => ({ contactId: id })) },
    },
  });
  const privateChat = await db.chat.create({
    data: { ...place, externalId: client.externalId, type: "private", contactId: client.id },
  });
  const say = (text: string, minutesAgo: number, more: object = {}) =>
    db.hubMessage.create({
      data: {
        ...{ workspaceId, chatId: group.id, text, contactId: client.id },
        externalId: randomUUID(),
        sentAt: new Date(Date.now() - minutesAgo * 60_000),
        ...more,
      },
    });
  const understood = { intentConfidence: 0.9, sentiment: "neutral" as const, analysedAt: new Date() };
  const first = await say("Сколько стоят розы с доставкой?", 60, { intent: "question", ...understood });
  const reply = await say("Сто рублей за штуку", 50, { contactId: manager.id, replyToId: first.id });
  const urgent = await say("Розы пришли испорченные, свадьба завтра!", 40, {
    ...understood,
    ...{ intent: "complaint", sentiment: "negative", urgent: true },
  });
  await say("Проверка", 30, { contactId: tester.id, intent: "other", ...understood });
  await say("Напоминаю: свободные к продаже тюльпаны", 20, {
    ...{ author: "assistant", contactId: null, isAutomatic: true },
  });
  const conversation = await db.conversation.create({
    data: { ...place, contactId: client.id, state: "waiting", language: "ru", lastSeq: 2 },
  });
  for (const [index, kind] of (["text", "note"] as const).entries())
    await db.message.create({
      data: {
        ...{ workspaceId, conversationId: conversation.id, seq: index + 1, kind, text: `сказано ${kind}` },
        ...(kind === "note" ? { author: "manager", origin: "topic" } : { author: "customer", origin: "bot" }),
      },
    });
  return {
    workspaceId,
    resourceId: resource.id,
    clientId: client.id,
    managerId: manager.id,
    chatId: group.id,
    privateChatId: privateChat.id,
    conversationId: conversation.id,
    messageIds: { first: first.id, reply: reply.id, urgent: urgent.id },
  };
}

/** A new key of a workspace, with every scope but that of deciding unless some are named. */
export async function keyOf(workspaceId: number, scopes?: ApiScope[]): Promise<string> {
  const { key, prefix } = newApiKey();
  const most = API_SCOPES.filter((scope) => scope !== "approvals:decide");
  await db.apiKey.create({
    data: { workspaceId, name: "Agent", prefix, keyHash: hashApiKey(key), scopes: scopes ?? most },
  });
  return key;
}
