import type { Chat, Message, User } from "./telegram-objects";
import type { Bot, Member, Room, World } from "./world";

const MESSAGES_KEPT = 5000;

/** Telegram's id of the account in whose name anonymous group admins write. */
export const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

const privateKey = (botId: number, userId: number) => `${botId}:${userId}`;

function newRoom(key: string, chat: Chat, botId: number | null): Room {
  return {
    key,
    chat,
    botId,
    started: false,
    blocked: false,
    messages: new Map(),
    nextMessageId: 1,
    members: new Map(),
    topics: new Map(),
    pinned: [],
    migratedTo: null,
  };
}

/** The private chat of a person with a bot, if they ever met. */
export function findPrivateRoom(world: World, botId: number, userId: number): Room | undefined {
  return world.state.rooms.get(privateKey(botId, userId));
}

/** The private chat of a person with a bot, opened if need be (not yet started by the person). */
export function openPrivateRoom(world: World, botId: number, user: User): Room {
  const found = findPrivateRoom(world, botId, user.id);
  if (found) return found;
  const chat: Chat = { id: user.id, type: "private", first_name: user.first_name };
  if (user.last_name) chat.last_name = user.last_name;
  if (user.username) chat.username = user.username;
  const room = newRoom(privateKey(botId, user.id), chat, botId);
  world.state.rooms.set(room.key, room);
  return room;
}

/** The group with this (negative) chat id, also after it was upgraded away. */
export function findGroup(world: World, chatId: number): Room | undefined {
  return world.state.rooms.get(String(chatId));
}

/** Adds an empty group or channel; ids of all but basic groups start with -100, as Telegram's do. */
export function addGroup(world: World, chat: Omit<Chat, "id"> & { id?: number }): Room {
  const serial = world.state.nextGroupId++;
  const id = chat.id ?? (chat.type === "group" ? -4_000_000 - serial : -1_002_000_000_000 - serial);
  const room = newRoom(String(id), { ...chat, id }, null);
  room.started = true;
  // Message 1 is the group's own creation, so no topic ever gets General's id.
  room.nextMessageId = 2;
  world.state.rooms.set(room.key, room);
  return room;
}

/** Stores a message, giving it the next id of its chat (per bot in private chats, as at Telegram). */
export function addMessage(world: World, room: Room, content: Partial<Message>): Message {
  const bot = room.botId === null ? undefined : world.state.bots.get(room.botId);
  const message_id = bot ? bot.nextMessageId++ : room.nextMessageId++;
  const message: Message = { message_id, date: Math.floor(Date.now() / 1000), chat: room.chat, ...content };
  room.messages.set(message_id, message);
  if (room.messages.size > MESSAGES_KEPT) {
    for (const oldest of room.messages.keys()) {
      if (!room.topics.has(oldest)) {
        room.messages.delete(oldest);
        break;
      }
    }
  }
  return message;
}

/** The bots that get a group's updates, or the one bot of a private chat. */
export function botsIn(world: World, room: Room): Bot[] {
  if (room.botId !== null) {
    const bot = world.state.bots.get(room.botId);
    return bot ? [bot] : [];
  }
  const bots: Bot[] = [];
  for (const member of room.members.values()) {
    const bot = world.state.bots.get(member.userId);
    if (bot && member.status !== "left" && member.status !== "kicked") bots.push(bot);
  }
  return bots;
}

/** Whether this member holds an admin right; the creator holds all. */
export function hasRight(member: Member | undefined, right: string): boolean {
  if (!member) return false;
  return member.status === "creator" || (member.status === "administrator" && member.rights[right] === true);
}

/** Where a message stands in a forum, as the fields Telegram puts on it (General has none). */
export function threadFields(topicId: number | null | undefined): Partial<Message> {
  return topicId && topicId !== 1 ? { message_thread_id: topicId, is_topic_message: true } : {};
}

/** A message as it appears inside another one (`reply_to_message`): one level deep. */
export function quoted(message: Message): Message {
  const { reply_to_message: _dropped, ...rest } = message;
  return rest;
}
