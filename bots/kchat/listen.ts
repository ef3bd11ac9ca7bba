import { setTimeout as sleep } from "node:timers/promises";
import type { EventSourceMessage } from "eventsource-parser";
import { catchUp } from "@/bots/kchat/catch-up";
import { confirmSeen } from "@/bots/kchat/confirm-seen";
import { Intake } from "@/bots/kchat/intake";
import { groupLearner } from "@/bots/kchat/learn-groups";
import { askKchat, type ListenerState, noteSeen } from "@/bots/kchat/listener-state";
import { RequestBudget } from "@/bots/kchat/request-budget";
import type { ListenerLink, ListenTask } from "@/bots/listener";
import { ListenerStopped } from "@/bots/listener-stopped";
import { logger } from "@/server/lib/logger";
import { toChatId } from "@/server/providers/kchat/chat-id";
import { echoText, nonceOf } from "@/server/providers/kchat/health-marker";
import { isNobody } from "@/server/providers/kchat/is-nobody";
import { openEvents } from "@/server/providers/kchat/open-events";
import {
  type KchatEvent,
  messagesIn,
  readEvent,
  toEventUpdate,
  toMessageUpdate,
} from "@/server/providers/kchat/read-event";
import { kchatCredentials, kchatSettings } from "@/server/providers/kchat/schema";
import { clientRandomId } from "@/server/providers/kchat/transform";
import type { RawUpdate, SendFailure } from "@/server/providers/provider";

/** What the listener may ask a minute; the rest of KChat's 60 is for what people are sent. */
const requestsPerMinute = 15;
/** A stream on which nothing came for so long is opened anew: the connection may be dead. */
const silentMs = 75_000;
/** The watchdog hears of a quiet stream so often. */
const beatMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A glitch of the network is no error of the resource; so many in a row are. */
const maxGlitches = 4;
/** A stream that lasted so long was a good one. */
const goodMs = 10_000;
/** An older question whether the bot answers has nobody waiting for it. */
const echoWithinMs = 60_000;

const newMessages = ["MESSAGE", "MESSAGE_UPDATE"];
const others = [
  "MESSAGE_BUTTON_CLICKED",
  "GROUP_USER_JOIN",
  "GROUP_USERS_ADD",
  "GROUP_USER_LEAVE",
  "GROUP_USER_REMOVE",
  "GROUP_ME_ADD",
  "GROUP_ME_REMOVE",
];

/**
 * Follows one bot's stream of events until `signal` aborts: what comes is stored before it is confirmed, what was missed
 * is fetched, and a broken stream is opened anew. Throws ListenerStopped when KChat will not have us.
 */
export async function listen(task: ListenTask, link: ListenerLink, signal: AbortSignal): Promise<void> {
  const state: ListenerState = {
    door: {
      credentials: kchatCredentials.parse(task.credentials),
      settings: kchatSettings.parse(task.settings),
      world: task.world,
    },
    budget: new RequestBudget(requestsPerMinute),
    ownId: null,
    groupTypes: new Map(),
    seen: new Map(),
    unconfirmed: new Set(),
    owed: new Set(),
    isBlind: true,
  };
  await link.warn(null);
  const probed = await link.probe();
  if (!probed.ok) throw new ListenerStopped(probed.code, probed.detail);
  let glitches = 0;
  while (!signal.aborted) {
    const begun = Date.now();
    const broken = await follow(state, link, signal);
    if (signal.aborted) return;
    if (broken.kind === "unauthorised") throw new ListenerStopped("token_invalid", broken.detail);
    if (broken.kind === "address_refused") throw new ListenerStopped("address_refused", broken.detail);
    if (Date.now() - begun > goodMs) glitches = 0;
    glitches += 1;
    if (glitches > maxGlitches) throw new ListenerStopped("unreachable", broken.detail);
    logger.info({ resourceId: task.resourceId, detail: broken.detail }, "KChat's events broke off");
    const pauseMs = Math.min(firstPauseMs * 2 ** (glitches - 1), longestPauseMs);
    const asked = broken.kind === "retry" ? broken.afterMs : undefined;
    await sleep(asked ?? pauseMs * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
  }
}

/** Follows one stream until it breaks; returns why it did. Throws ListenerStopped, and what goes wrong on our side. */
async function follow(state: ListenerState, link: ListenerLink, signal: AbortSignal): Promise<SendFailure> {
  const stop = new AbortController();
  const ended = AbortSignal.any([signal, stop.signal]);
  let failure: unknown;
  const fail = (error: unknown) => {
    if (ended.aborted) return;
    failure = error;
    stop.abort();
  };
  let heardAt = Date.now();
  const opened = await openEvents(state.door, ended, () => {
    heardAt = Date.now();
  });
  if (!opened.ok) return opened;
  state.isBlind = true;
  await link.works();
  const beat = setInterval(() => {
    const silence = Date.now() - heardAt;
    if (silence >= silentMs) stop.abort();
    else if (silence < beatMs) link.works().catch(fail);
    else link.alive();
  }, beatMs);
  const intake = new Intake({
    store: (updates) => link.take(updates.map((update) => withGroupType(state, update))),
    onStored: (chat, messageId) => noteSeen(state, chat, messageId),
    onFailure: fail,
  });
  const learn = groupLearner(state, intake, { signal: ended, onFailure: fail });
  const work: Work = { state, intake, learn, signal: ended };
  const beside = [catchUp(state, intake, ended), confirmSeen(state, ended)].map((work) => work.catch(fail));
  try {
    for await (const frame of opened.frames) takeIn(work, frame);
  } catch (error) {
    logger.debug({ error: String(error) }, "KChat's events ended");
  } finally {
    clearInterval(beat);
    await intake.close();
    stop.abort();
    await Promise.all(beside);
  }
  if (failure !== undefined) throw failure;
  return { ok: false, kind: "retry", detail: "KChat ended the stream of events." };
}

/** What taking in needs while one stream lasts. */
type Work = {
  state: ListenerState;
  intake: Intake;
  learn: (chat: string) => void;
  signal: AbortSignal;
};

function takeIn(work: Work, frame: EventSourceMessage): void {
  const type = frame.event ?? "MESSAGE";
  const event = readEvent(type, frame.data);
  const isMessage = newMessages.includes(type);
  if (!event || (!isMessage && !others.includes(type))) return;
  const chat = toChatId(event.workspaceId, event.groupId);
  if (isMessage) takeMessages(work, chat, event);
  else {
    learnOf(work, chat);
    work.intake.add({ chat, update: toEventUpdate(event, frame.id ?? "") });
  }
}

/** Before KChat told of its groups all of them wait. */
function learnOf({ state, learn }: Work, chat: string): void {
  if (state.ownId !== null && !state.groupTypes.has(chat)) learn(chat);
}

function takeMessages(work: Work, chat: string, event: KchatEvent): void {
  const { state, intake, signal } = work;
  for (const message of messagesIn(event)) {
    // Before our own messages are passed over: whoever asks for the echo does it in the bot's name.
    const isOurs = message.senderId === (state.ownId ?? message.senderId) && message.senderId.startsWith("-");
    const nonce = event.type === "MESSAGE" && isOurs ? nonceOf(message.message ?? "") : null;
    if (nonce && Date.now() - (message.date ?? 0) < echoWithinMs)
      void answerEcho(state, event, nonce, signal);
    const kept = !isNobody(message, state.ownId);
    if (kept) learnOf(work, chat);
    intake.add({ chat, update: kept ? toMessageUpdate(event, message) : null, message });
  }
}

/** What is stored says whether its chat is private, where that is known by now. */
function withGroupType({ groupTypes }: ListenerState, update: RawUpdate): RawUpdate {
  const groupType = groupTypes.get(update.lane);
  return groupType ? { ...update, payload: { ...update.payload, groupType } } : update;
}

async function answerEcho(
  state: ListenerState,
  { workspaceId, groupId }: KchatEvent,
  nonce: string,
  signal: AbortSignal,
): Promise<void> {
  const body = { clientRandomId: clientRandomId(`echo:${nonce}`), message: echoText(nonce) };
  const answer = await askKchat(
    state,
    `messages/sendTextMessage/${workspaceId}/${groupId}`,
    body,
    signal,
  ).catch((error: unknown) => ({ ok: false as const, detail: String(error) }));
  if (!answer.ok) logger.warn({ detail: answer.detail }, "the health check could not be answered");
}
