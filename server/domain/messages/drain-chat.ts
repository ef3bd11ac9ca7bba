import type { Chat, Resource } from "@/prisma/generated/client";
import { openFileOf } from "@/server/domain/files/open-file";
import { mayRepeat } from "@/server/domain/messages/may-repeat";
import { mergeTexts } from "@/server/domain/messages/merge-texts";
import { nextDeliveries, type Waiting } from "@/server/domain/messages/next-deliveries";
import { openResource } from "@/server/domain/messages/open-resource";
import { toldToMany, wakeChat } from "@/server/domain/messages/queue-delivery";
import { recordOutcome } from "@/server/domain/messages/record-outcome";
import { settleDeliveries } from "@/server/domain/messages/settle-deliveries";
import { skipLooks } from "@/server/domain/messages/skip-looks";
import { startOnlyLine } from "@/server/domain/messages/start-only-line";
import { waitForTurn } from "@/server/domain/messages/wait-for-turn";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { drain } from "@/server/lib/drain";
import { inTurn } from "@/server/lib/in-turn";
import { oneAtATime } from "@/server/lib/one-at-a-time";
import type {
  OutgoingAct,
  OutgoingMessage,
  SendFailure,
  SendResult,
  TopicLook,
} from "@/server/providers/provider";

/** So many heads of lines in a row that fail for no reason of their own mean that the way is broken for all. */
const mostTroubles = 3;
/** After so many sends other chats have their turn, and a process that is to stop can. */
const mostSends = 30;

type Place = { chat: Chat & { resource: Resource }; deliveries: [Waiting, ...Waiting[]] };

/** So long after somebody else was seen to send to a chat what they may have missed is looked for. */
const busyMs = 300;

/**
 * Sends what waits for one provider chat until nothing may go any more, see `nextDeliveries` for the order. Runs one at
 * a time per chat. A delivery that was started and has no outcome was interrupted by a crash: it goes again where that
 * harms nobody, else it is `unknown`.
 */
export async function drainChat({ chatId }: { chatId: number }): Promise<void> {
  const ran = await oneAtATime(`chat:${chatId}`, () => sendWaiting(chatId));
  if (!ran) await later(chatId, new Date(clock.now().getTime() + busyMs));
}

async function sendWaiting(chatId: number): Promise<void> {
  let chat = await openChat(chatId);
  if (!chat) return;
  // In a private chat's one line only the first can have been interrupted, which is seen below.
  if (chat.type !== "private") await settleInterrupted(chatId);
  let troubles = 0;
  for (let sends = 0; sends < mostSends && !drain.hasBegun(); sends += 1) {
    // A send changes how a group goes on, and its topics; a private chat is one line.
    if (sends > 0 && chat.type !== "private") chat = await openChat(chatId);
    if (!chat) return;
    if (chat.heldUntil && chat.heldUntil > clock.now()) return later(chatId, chat.heldUntil);
    const turn = await waitForTurn(chat, sends > 0);
    if (turn) return putOff(chatId, turn);
    const head = chat.type === "private" ? await startOnlyLine(chatId) : "held";
    if (head === "nothing") return;
    const ready = head === "held" ? await startNext(chat) : [{ ...head, topic: null, message: null }];
    if (ready === "stop") return;
    const [first, ...others] = ready;
    if (!first) continue;
    const place: Place = { chat, deliveries: [first, ...others] };
    const act = async () => settleDeliveries(place, await send(place), troubles + 1 >= mostTroubles);
    // Of a bot's batches one message at a time is between its sending and its outcome: a crash doubles no more.
    const outcome = await (first.approvalId === null ? act() : inTurn(`approvals:${chat.resourceId}`, act));
    if (outcome === "stop") return;
    troubles = outcome === "trouble" ? troubles + 1 : 0;
  }
  await later(chatId, clock.now());
}

/** Starts what goes out next, if it may; none after what stood in its way was settled, "stop" when all must wait. */
async function startNext(chat: Place["chat"]): Promise<Waiting[] | "stop"> {
  const next = await nextDeliveries(chat);
  if (!next) return "stop";
  if ("waitUntil" in next) {
    await later(chat.id, next.waitUntil);
    return "stop";
  }
  if (next.deliveries[0].startedAt) {
    await settleInterrupted(chat.id);
    return [];
  }
  return (await isSuperseded(next.deliveries[0])) ? [] : start(chat.id, next.deliveries);
}

/** The chat as it stands now; null when nothing may be sent to it. */
async function openChat(chatId: number): Promise<Place["chat"] | null> {
  const chat = await db.chat.findUnique({
    where: { id: chatId },
    include: { resource: true, workspace: { select: { botStoppedAt: true } } },
  });
  return chat?.resource.state === "paused" || chat?.workspace.botStoppedAt ? null : chat;
}

async function settleInterrupted(chatId: number): Promise<void> {
  const interrupted = await db.delivery.findMany({
    where: { chatId, state: "pending", startedAt: { not: null } },
    orderBy: { id: "asc" },
  });
  for (const delivery of interrupted) {
    if (mayRepeat(delivery))
      await db.delivery.update({ where: { id: delivery.id }, data: { startedAt: null, merged: false } });
    else await recordOutcome([delivery], { state: "unknown", errorCode: "interrupted" });
  }
}

/** A change of a topic's look that a newer waiting one makes needless is passed over. */
async function isSuperseded({ id, chatId, act, topic }: Waiting): Promise<boolean> {
  if ((act as OutgoingAct).type !== "look" || !topic) return false;
  const newest = await db.delivery.findFirst({
    where: {
      chatId,
      topicId: topic.id,
      state: "pending",
      id: { gt: id },
      act: { path: ["type"], equals: "look" },
    },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (newest) await skipLooks(topic, newest.id);
  return newest !== null;
}

/** Has a chat wait for its turn; not with an answer that came in just now, whose wake was put off with the rest. */
async function putOff(chatId: number, { at, priority }: { at: Date; priority: number }): Promise<void> {
  await later(chatId, at);
  if (priority > toldToMany) return;
  const answers = { chatId, state: "pending", priority: { gt: toldToMany } } as const;
  if ((await db.delivery.count({ where: answers })) > 0) await later(chatId, clock.now());
}

async function later(chatId: number, runAt: Date): Promise<void> {
  await transaction((tx) => wakeChat(tx, chatId, runAt));
}

/** Marks deliveries as started and returns those that still waited here; their topic may have moved meanwhile. */
async function start(chatId: number, deliveries: Waiting[]): Promise<Waiting[]> {
  const started = await db.delivery.updateManyAndReturn({
    where: { id: { in: deliveries.map(({ id }) => id) }, chatId, state: "pending" },
    data: { startedAt: clock.now(), attempts: { increment: 1 }, merged: deliveries.length > 1 },
  });
  const now = new Map(started.map((delivery) => [delivery.id, delivery]));
  return deliveries.flatMap(({ topic, message, ...delivery }) => {
    const fresh = now.get(delivery.id);
    return fresh ? [{ ...fresh, topic, message }] : [];
  });
}

async function send(place: Place): Promise<SendResult> {
  const { chat, deliveries } = place;
  const [first] = deliveries;
  const topicId = await topicFor(place);
  if (topicId !== undefined && typeof topicId !== "string") return topicId;
  const { provider, credentials, world } = openResource(chat.resource);
  if (!provider.channel)
    return { ok: false, kind: "refused", detail: `${provider.slug} cannot send messages` };
  const target = { chatId: chat.externalId, topicId };
  const openFile = openFileOf(first.workspaceId);
  return provider.channel.act(credentials, world, target, actOf(deliveries), openFile, first.dedupeKey);
}

/** One delivery's own act; several texts as one message, in which customers' words are told from others'. */
function actOf(deliveries: [Waiting, ...Waiting[]]): OutgoingAct {
  const [first, ...others] = deliveries;
  if (others.length === 0) return first.act as OutgoingAct;
  const byCustomer = deliveries.filter(({ message }) => message?.author === "customer");
  const mixed = byCustomer.length > 0 && byCustomer.length < deliveries.length;
  const mark: OutgoingMessage = { text: "👤 " };
  const messages = deliveries.flatMap(({ act, message }): OutgoingMessage[] => {
    if ((act as OutgoingAct).type !== "message") return [];
    const own = (act as Extract<OutgoingAct, { type: "message" }>).message;
    if (!mixed || message?.author !== "customer") return [own];
    const entities = own.entities?.map((entity) => ({
      ...entity,
      offset: entity.offset + mark.text.length,
    }));
    return [{ ...own, text: mark.text + own.text, entities }];
  });
  return { type: "message", message: mergeTexts(messages) };
}

/** The provider's id of the deliveries' topic, made now if it does not exist yet; a failure when it cannot be. */
async function topicFor({ chat, deliveries: [{ topic }] }: Place): Promise<string | SendFailure | undefined> {
  if (!topic) return undefined;
  if (topic.externalId) return topic.externalId;
  const { provider, credentials, world } = openResource(chat.resource);
  if (!provider.channel) return { ok: false, kind: "refused", detail: `${provider.slug} has no topics` };
  const look: TopicLook = { name: topic.name, icon: (topic.icon as TopicLook["icon"]) ?? "waiting" };
  const made = await provider.channel.createTopic(credentials, world, chat.externalId, look);
  if (!made.ok) return made;
  const externalId = made.externalIds[0];
  const now = await db.topic.update({ where: { id: topic.id }, data: { externalId, state: "open" } });
  if (now.name === look.name && now.icon === topic.icon) await skipLooks(topic);
  return externalId;
}
