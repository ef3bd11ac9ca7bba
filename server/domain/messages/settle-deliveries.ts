import type { Chat, Resource, Topic } from "@/prisma/generated/client";
import { recordTopicGone } from "@/server/domain/conversations/record-topic-gone";
import { refusedTogether, type Waiting } from "@/server/domain/messages/next-deliveries";
import { restUntil } from "@/server/domain/messages/pace";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { recordOutcome } from "@/server/domain/messages/record-outcome";
import { recordChatMoved } from "@/server/domain/resources/record-chat-moved";
import { clearGroupTrouble, recordGroupTrouble } from "@/server/domain/resources/record-group-trouble";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { workingGroups } from "@/server/domain/resources/working-groups";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import type { OutgoingAct, SendFailure, SendResult } from "@/server/providers/provider";

/** Tries at most this often when the provider says nothing about when to come back: about half an hour. */
const maxAttempts = 12;
const firstRetryMs = 2000;
const longestRetryMs = 5 * 60_000;
/** An account that does not work is tried again after this. */
const brokenRetryMs = 60_000;
/** A group sooner: a right may have come back while we were being refused, and then nobody would wake the chat. */
const brokenGroupRetryMs = 5000;

type Place = { chat: Chat & { resource: Resource }; deliveries: [Waiting, ...Waiting[]] };

/** How the chat goes on: with what is next, with the other topics after a line that failed, or not now. */
export type Onward = "next" | "trouble" | "stop";

/** Writes down how a send of one or of merged deliveries went. `wayBroken`: so many failed that all must wait. */
export async function settleDeliveries(
  place: Place,
  result: SendResult,
  wayBroken: boolean,
): Promise<Onward> {
  if (result.ok) return noteSent(place, result.externalIds);
  const { chat, deliveries } = place;
  const [first] = deliveries;
  await keepPieces(first, result.alreadySent);
  switch (result.kind) {
    case "retry":
      return result.afterMs === undefined
        ? retryLater(place, result.detail, wayBroken)
        : waitAsTold(place, result.afterMs, result.detail);
    case "moved":
      await putBack(place);
      await recordChatMoved(chat, result.toChatId);
      await transaction((tx) => wakeChat(tx, chat.id));
      return "stop";
    case "topic_gone":
      if (!first.topicId) break;
      await recordTopicGone(first.topicId);
      return "next";
    case "unauthorised":
      await setResourceError(chat.resourceId, "token_invalid", result.detail);
      if (await gaveUp(place, result.detail)) return "next";
      return holdChat(chat.id, brokenRetryMs);
    case "no_rights":
    case "not_forum":
    case "chat_gone":
    case "kicked":
      // No managers' group, or none for what was proposed: it fails and says why.
      if (chat.type === "private" || first.approvalId !== null) break;
      await putBack(place);
      return leaveGroup(place, result.kind, result.detail);
    default:
      break;
  }
  return noteRefused(place, result);
}

async function noteSent({ chat, deliveries }: Place, externalIds: string[]): Promise<Onward> {
  await recordOutcome(deliveries, { state: "sent", externalIds });
  const pacedUntil = restUntil(chat, externalIds.length);
  if (pacedUntil) await db.chat.update({ where: { id: chat.id }, data: { pacedUntil } });
  if (chat.errorCode) await clearGroupTrouble(chat);
  return "next";
}

/** A long text that got only so far goes on there, so that no piece comes twice. */
async function keepPieces({ id, act }: Waiting, alreadySent: string[] | undefined): Promise<void> {
  if (!alreadySent || (act as OutgoingAct).type !== "message") return;
  await db.delivery.update({
    where: { id },
    data: { act: { ...(act as OutgoingAct), alreadySent } as object },
  });
}

/** Texts that are refused together may be fine but for one of them: each goes alone. */
async function noteRefused({ deliveries }: Place, { kind, detail }: SendFailure): Promise<Onward> {
  const [only, ...others] = deliveries;
  if (others.length === 0) {
    await recordOutcome([only], { state: "failed", errorCode: kind, errorDetail: detail });
    return "next";
  }
  await db.delivery.updateMany({
    where: idsOf(deliveries),
    data: { startedAt: null, merged: false, errorCode: refusedTogether, errorDetail: detail },
  });
  return "next";
}

const groupErrors = {
  no_rights: "group_no_rights",
  not_forum: "group_not_forum",
  chat_gone: "group_gone",
  kicked: "bot_kicked",
} as const;

/** A managers' group is not usable: its topics go to another one if there is one, else wait until it is mended. */
async function leaveGroup(
  { chat, deliveries: [{ topic }] }: Place,
  kind: keyof typeof groupErrors,
  detail: string,
): Promise<Onward> {
  await recordGroupTrouble(chat, groupErrors[kind], detail);
  const othersWork = topic !== null && (await isServedElsewhere(topic));
  // Rights come back in a moment; from a group that is gone managers cannot answer any more.
  const lost = kind === "chat_gone" || kind === "kicked";
  if (!othersWork || (topic.externalId && !lost)) return holdChat(chat.id, brokenGroupRetryMs);
  // A topic that was not made yet has moved with what waits for it.
  if (topic.externalId) await recordTopicGone(topic.id);
  return "next";
}

async function isServedElsewhere({ conversationId }: Topic): Promise<boolean> {
  const { resource } = await db.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { resource: true },
  });
  return (await workingGroups(db, resource)).length > 0;
}

/** The provider named the pause: it is kept exactly, and is not the message's fault. */
async function waitAsTold({ chat, deliveries }: Place, afterMs: number, detail: string): Promise<Onward> {
  await db.delivery.updateMany({
    where: idsOf(deliveries),
    data: { startedAt: null, merged: false, attempts: { decrement: 1 }, errorDetail: detail },
  });
  await db.chat.update({ where: { id: chat.id }, data: { floodedAt: clock.now() } });
  return holdChat(chat.id, afterMs);
}

/** In a group only the line of the topic waits, unless the way is broken for all; elsewhere there is one line. */
async function retryLater(place: Place, detail: string, wayBroken: boolean): Promise<Onward> {
  const { chat, deliveries } = place;
  const pauseMs = Math.min(firstRetryMs * 2 ** (deliveries[0].attempts - 1), longestRetryMs);
  const allWait = chat.type === "private" || wayBroken;
  const notBefore = allWait ? null : new Date(clock.now().getTime() + pauseMs);
  if (await gaveUp(place, detail, notBefore)) return "next";
  return allWait ? holdChat(chat.id, pauseMs) : "trouble";
}

/** Puts deliveries back; true when the first was tried often enough and fails, unless the resource is to blame. */
async function gaveUp(
  { chat, deliveries }: Place,
  errorDetail: string,
  notBefore: Date | null = null,
): Promise<boolean> {
  const [first, ...others] = deliveries;
  const over = first.attempts >= maxAttempts && chat.resource.state !== "error";
  await db.delivery.updateMany({
    where: idsOf(over ? others : deliveries),
    data: { startedAt: null, merged: false, errorDetail, notBefore },
  });
  if (over) await recordOutcome([first], { state: "failed", errorCode: "gave_up", errorDetail });
  return over;
}

/** Not the message's fault, so no try of it. */
async function putBack({ deliveries }: Place): Promise<void> {
  await db.delivery.updateMany({
    where: idsOf(deliveries),
    data: { startedAt: null, merged: false, attempts: { decrement: 1 } },
  });
}

function idsOf(deliveries: Waiting[]) {
  return { id: { in: deliveries.map(({ id }) => id) } };
}

async function holdChat(chatId: number, afterMs: number): Promise<"stop"> {
  const until = new Date(clock.now().getTime() + afterMs);
  await db.chat.update({ where: { id: chatId }, data: { heldUntil: until } });
  await transaction((tx) => wakeChat(tx, chatId, until));
  return "stop";
}
