import { emit, type World } from "../world/world";
import { type KchatId, long } from "./kchat-json";
import { type KchatGroup, type KchatMessage, kchatState, nextKchatId } from "./kchat-state";
import { pushKchatEvent } from "./push-kchat-event";

const MESSAGES_KEPT = 5000;

/** A message as the service writes it: ids are bare 64-bit numbers. */
export function messageBody(message: KchatMessage): object {
  const { id, groupId, senderId, replyMsgId, edited: _ours, ...rest } = message;
  return {
    id: long(id),
    groupId: long(groupId),
    senderId: long(senderId),
    ...rest,
    ...(replyMsgId && { replyMsgId: long(replyMsgId) }),
    multimedia: [],
  };
}

/** Tells the bots of a group what happened in it; `author` hears of it only as the settings say. */
export function announceKchat(
  world: World,
  group: KchatGroup,
  type: string,
  payload: object,
  author?: KchatId,
): void {
  const { bots, settings } = kchatState(world);
  for (const member of group.members) {
    if (!bots.has(member) || (member === author && !settings.echoOwnMessages)) continue;
    pushKchatEvent(world, member, type, group, payload);
  }
}

type NewMessage = Pick<KchatMessage, "senderId" | "message"> &
  Partial<Pick<KchatMessage, "entities" | "replyMsgId" | "metadata" | "buttonsMarkup" | "file">>;

/** Puts a message into a group and tells everybody there. */
export function postKchatMessage(
  world: World,
  group: KchatGroup,
  { entities = [], ...content }: NewMessage,
): KchatMessage {
  const { users, bots } = kchatState(world);
  const kind = bots.has(content.senderId) ? "BOT" : "SYSTEM";
  const message: KchatMessage = {
    id: nextKchatId(world),
    groupId: group.id,
    senderType: users.has(content.senderId) ? "USER" : kind,
    date: Date.now(),
    entities,
    ...content,
  };
  group.messages.set(message.id, message);
  if (group.messages.size > MESSAGES_KEPT) {
    const [oldest] = group.messages.keys();
    if (oldest) group.messages.delete(oldest);
  }
  emit(world, { type: "kchat", what: "message", group: group.id, message });
  announceKchat(world, group, "MESSAGE", { messages: [messageBody(message)] }, message.senderId);
  return message;
}

/** Changes a message and tells everybody in its group. */
export function changeKchatMessage(
  world: World,
  group: KchatGroup,
  before: KchatMessage,
  change: Partial<KchatMessage>,
): KchatMessage {
  const message = { ...before, ...change };
  group.messages.set(message.id, message);
  emit(world, { type: "kchat", what: "edit", group: group.id, message });
  announceKchat(world, group, "MESSAGE_UPDATE", { messages: [messageBody(message)] }, message.senderId);
  return message;
}

/** Takes messages away and tells everybody in their group. */
export function deleteKchatMessages(world: World, group: KchatGroup, ids: KchatId[], author: KchatId): void {
  for (const id of ids) group.messages.delete(id);
  emit(world, { type: "kchat", what: "delete", group: group.id, messageIds: ids });
  announceKchat(world, group, "MESSAGES_DELETED", { messageIds: ids.map(long) }, author);
}
