import type { Chat, Delivery, Resource, Topic } from "@/prisma/generated/client";
import { recordTopicGone } from "@/server/domain/conversations/record-topic-gone";
import { openFileOf } from "@/server/domain/files/open-file";
import { openResource } from "@/server/domain/messages/open-resource";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { recordOutcome } from "@/server/domain/messages/record-outcome";
import { recordChatMoved } from "@/server/domain/resources/record-chat-moved";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import type { OutgoingAct, SendFailure, SendResult, TopicLook } from "@/server/providers/provider";

/** Tries at most this often when the provider says nothing about when to come back: about half an hour. */
const maxAttempts = 12;
const firstRetryMs = 2000;
const longestRetryMs = 5 * 60_000;

type Waiting = Delivery & { topic: Topic | null };
type Place = { chat: Chat & { resource: Resource }; delivery: Waiting };

/**
 * Sends what waits for one provider chat in order of position and stops at the first that cannot go yet. Runs one
 * at a time per chat. A delivery that was started and has no outcome was interrupted by a crash: `unknown`.
 */
export async function drainChat({ chatId }: { chatId: number }): Promise<void> {
  const chat = await db.chat.findUnique({ where: { id: chatId }, include: { resource: true } });
  if (!chat) return;
  if (chat.resource.state === "paused") return;
  const interrupted = await db.delivery.findMany({
    where: { chatId, state: "pending", startedAt: { not: null } },
  });
  for (const delivery of interrupted)
    await recordOutcome(delivery, { state: "unknown", errorCode: "interrupted" });
  for (;;) {
    const held = await db.chat.findUnique({ where: { id: chatId }, select: { heldUntil: true } });
    if (held?.heldUntil && held.heldUntil > clock.now()) return later(chatId, held.heldUntil);
    const delivery = await db.delivery.findFirst({
      where: { chatId, state: "pending" },
      orderBy: { id: "asc" },
      include: { topic: true },
    });
    if (!delivery) return;
    if (!(await sendOne({ chat, delivery }))) return;
  }
}

async function later(chatId: number, runAt: Date): Promise<void> {
  await transaction((tx) => wakeChat(tx, chatId, runAt));
}

/** Sends one delivery; false when the chat must wait. */
async function sendOne({ chat, delivery }: Place): Promise<boolean> {
  await db.delivery.update({
    where: { id: delivery.id },
    data: { startedAt: clock.now(), attempts: { increment: 1 } },
  });
  const topicId = await topicFor({ chat, delivery });
  if (topicId !== undefined && typeof topicId !== "string") return settle({ chat, delivery }, topicId);
  const { provider, credentials, world } = openResource(chat.resource);
  const act = delivery.act as OutgoingAct;
  const result: SendResult = provider.channel
    ? await provider.channel.act(
        credentials,
        world,
        { chatId: chat.externalId, topicId },
        act,
        openFileOf(delivery.workspaceId),
      )
    : { ok: false, kind: "refused", detail: `${provider.slug} cannot send messages` };
  return settle({ chat, delivery }, result);
}

/** The provider's id of the delivery's topic, made now if it does not exist yet; a failure when it cannot be. */
async function topicFor({ chat, delivery }: Place): Promise<string | SendFailure | undefined> {
  if (!delivery.topic) return undefined;
  if (delivery.topic.externalId) return delivery.topic.externalId;
  const { provider, credentials, world } = openResource(chat.resource);
  if (!provider.channel) return { ok: false, kind: "refused", detail: `${provider.slug} has no topics` };
  const look: TopicLook = {
    name: delivery.topic.name,
    icon: (delivery.topic.icon as TopicLook["icon"]) ?? "waiting",
  };
  const made = await provider.channel.createTopic(credentials, world, chat.externalId, look);
  if (!made.ok) return made;
  const externalId = made.externalIds[0];
  await db.topic.update({ where: { id: delivery.topic.id }, data: { externalId, state: "open" } });
  return externalId;
}

/** Writes down how it went; true when the next delivery may go. */
async function settle({ chat, delivery }: Place, result: SendResult): Promise<boolean> {
  if (result.ok) {
    await recordOutcome(delivery, { state: "sent", externalIds: result.externalIds });
    return true;
  }
  const act = delivery.act as OutgoingAct;
  if (result.alreadySent && act.type === "message") {
    // A long text that got only so far goes on there, so that no piece comes twice.
    await db.delivery.update({
      where: { id: delivery.id },
      data: { act: { ...act, alreadySent: result.alreadySent } as object },
    });
  }
  switch (result.kind) {
    case "retry":
      return result.afterMs === undefined
        ? retryLater({ chat, delivery }, pauseAfter(delivery.attempts), result.detail)
        : waitAsTold({ chat, delivery }, result.afterMs, result.detail);
    case "moved":
      await db.delivery.update({ where: { id: delivery.id }, data: { startedAt: null } });
      await recordChatMoved(chat, result.toChatId);
      await later(chat.id, clock.now());
      return false;
    case "topic_gone":
      if (!delivery.topicId) break;
      await recordTopicGone(delivery.topicId);
      return true;
    case "unauthorised":
      await setResourceError(chat.resourceId, "token_invalid", result.detail);
      return retryLater({ chat, delivery }, 60_000, result.detail);
    case "no_rights":
    case "not_forum":
    case "chat_gone":
    case "kicked":
      if (chat.type === "private") break;
      // The managers' group is not usable: the conversation waits here until the owner has mended it.
      await setResourceError(chat.resourceId, groupErrors[result.kind], result.detail);
      await db.delivery.update({ where: { id: delivery.id }, data: { startedAt: null } });
      return holdChat(chat.id, 60_000);
    default:
      break;
  }
  await recordOutcome(delivery, { state: "failed", errorCode: result.kind, errorDetail: result.detail });
  return true;
}

const groupErrors = {
  no_rights: "group_no_rights",
  not_forum: "group_not_forum",
  chat_gone: "group_gone",
  kicked: "bot_kicked",
} as const;

function pauseAfter(attempts: number): number {
  return Math.min(firstRetryMs * 2 ** attempts, longestRetryMs);
}

/** The provider named the pause: it is kept exactly, and is not the message's fault. */
async function waitAsTold({ chat, delivery }: Place, afterMs: number, detail: string): Promise<boolean> {
  await db.delivery.update({
    where: { id: delivery.id },
    data: { startedAt: null, attempts: { decrement: 1 }, errorDetail: detail },
  });
  return holdChat(chat.id, afterMs);
}

async function retryLater({ chat, delivery }: Place, afterMs: number, detail: string): Promise<boolean> {
  if (delivery.attempts + 1 >= maxAttempts && chat.resource.state !== "error") {
    await recordOutcome(delivery, { state: "failed", errorCode: "gave_up", errorDetail: detail });
    return true;
  }
  await db.delivery.update({ where: { id: delivery.id }, data: { startedAt: null, errorDetail: detail } });
  return holdChat(chat.id, afterMs);
}

async function holdChat(chatId: number, afterMs: number): Promise<false> {
  const until = new Date(clock.now().getTime() + afterMs);
  await db.chat.update({ where: { id: chatId }, data: { heldUntil: until } });
  await later(chatId, until);
  return false;
}
