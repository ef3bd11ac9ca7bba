import { setTimeout as sleep } from "node:timers/promises";
import type { Intake } from "@/bots/kchat/intake";
import { askKchat, chatOf, type ListenerState, noteGroups } from "@/bots/kchat/listener-state";
import { ListenerStopped } from "@/bots/listener-stopped";
import { fromChatId } from "@/server/providers/kchat/chat-id";
import { isNobody } from "@/server/providers/kchat/is-nobody";
import { kchatMessage, toMessageUpdate } from "@/server/providers/kchat/read-event";
import { type GroupState, listIn, readGroupStates } from "@/server/providers/kchat/transform";

const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/**
 * Fetches what was said in the bot's groups while nobody listened, chat by chat, private ones first; what is new in a
 * chat waits in `intake` for it. Throws ListenerStopped when the token is refused.
 */
export async function catchUp(state: ListenerState, intake: Intake, signal: AbortSignal): Promise<void> {
  const states = readGroupStates(await insist(state, "groups/getAllUserGroupStates", signal));
  noteGroups(state, states);
  const behind = states.filter((one) => isBehind(state, one)).toSorted(byUrgency);
  for (const one of behind) state.owed.add(chatOf(one));
  state.isBlind = false;
  // The rest has to wait for requests, longer than what is new there should.
  intake.holdOnly(behind.slice(0, state.budget.left()).map(chatOf));
  for (const one of behind) {
    const chat = chatOf(one);
    const place = fromChatId(chat);
    if (!place) continue;
    const path = `messages/getAllUnreadMessages/${place.workspaceId}/${place.groupId}`;
    const unread = listIn(await insist(state, path, signal), ["messages", "items", "result"]);
    const event = { type: "MESSAGE", ...place, payload: {} };
    const missed = unread
      .flatMap((message) => kchatMessage.safeParse(message).data ?? [])
      .filter((message) => !isNobody(message, state.ownId))
      .map((message) => ({ chat, message, update: toMessageUpdate(event, message) }));
    const last = one.lastMessageId ? [{ chat, update: null, message: { id: one.lastMessageId } }] : [];
    state.owed.delete(chat);
    intake.release(chat, [...missed, ...last]);
  }
}

/** Whether something was said there that neither KChat nor we know to be read. */
function isBehind({ seen, owed }: ListenerState, one: GroupState): boolean {
  const { lastMessageId, lastSeenMessageId, group } = one;
  if (group.type === "SYSTEM" || !lastMessageId) return false;
  if (owed.has(chatOf(one))) return true;
  const read = [lastSeenMessageId ?? "0", seen.get(chatOf(one)) ?? "0"];
  return read.every((id) => BigInt(lastMessageId) > BigInt(id));
}

/** Private chats first, and of these the ones in which something was said last. */
function byUrgency(one: GroupState, other: GroupState): number {
  const privacy = Number(other.group.type === "P2P") - Number(one.group.type === "P2P");
  if (privacy !== 0) return privacy;
  return BigInt(one.lastMessageId ?? 0) < BigInt(other.lastMessageId ?? 0) ? 1 : -1;
}

/** The answer to a question that is asked until KChat has one; null where it refuses. */
async function insist(state: ListenerState, path: string, signal: AbortSignal): Promise<unknown> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const answer = await askKchat(state, path, {}, signal);
    if (answer.ok) return answer.value;
    if (answer.kind === "unauthorised") throw new ListenerStopped("token_invalid", answer.detail);
    if (answer.kind !== "retry") return null;
    await sleep(answer.afterMs ?? pauseMs * (0.8 + Math.random() * 0.4), undefined, { signal });
  }
}
