import type { RequestBudget } from "@/bots/kchat/request-budget";
import { callKchat, type KchatAnswer } from "@/server/providers/kchat/call-kchat";
import { toChatId } from "@/server/providers/kchat/chat-id";
import type { KchatDoor } from "@/server/providers/kchat/open-events";
import { type GroupState, ownIdIn } from "@/server/providers/kchat/transform";

/** What a listener knows, also after its stream broke. */
export type ListenerState = {
  door: KchatDoor;
  budget: RequestBudget;
  /** The bot's own id; null until KChat told. */
  ownId: string | null;
  /** KChat's types of groups by chat. */
  groupTypes: Map<string, string>;
  /** The newest message by chat that is stored, or that nobody needs. */
  seen: Map<string, string>;
  /** Chats whose newest message KChat does not know to be read, in order. */
  unconfirmed: Set<string>;
  /** Chats in which something was said that is not fetched yet, whatever came there since. */
  owed: Set<string>;
  /** Since the last break KChat has not told yet where something was said meanwhile. */
  isBlind: boolean;
};

/** Asks KChat within the listener's budget. */
export async function askKchat(
  { door, budget }: ListenerState,
  path: string,
  body: object,
  signal: AbortSignal,
): Promise<KchatAnswer> {
  await budget.take(signal);
  return callKchat(door.credentials, door.world, `/botapi/v1/${path}`, body);
}

/** A chat's name by the state of its group. */
export function chatOf({ groupId, group }: GroupState): string {
  return toChatId(group.workspaceId, groupId);
}

/** Keeps what KChat told of its groups. */
export function noteGroups(state: ListenerState, groups: GroupState[]): void {
  state.ownId = ownIdIn(groups) ?? state.ownId;
  for (const one of groups) state.groupTypes.set(chatOf(one), one.group.type);
}

/** Notes that a message of a chat needs nothing more but to be confirmed, once nothing before it is owed. */
export function noteSeen(state: ListenerState, chat: string, messageId: string): void {
  const before = state.seen.get(chat) ?? "0";
  if (BigInt(before) < BigInt(messageId)) state.seen.set(chat, messageId);
  if (state.isBlind) state.owed.add(chat);
  // What KChat takes for read it tells no more.
  if (!state.owed.has(chat)) state.unconfirmed.add(chat);
}
