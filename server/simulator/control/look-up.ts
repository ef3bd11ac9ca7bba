import { findUser } from "../world/members";
import { findGroup, findPrivateRoom, openPrivateRoom } from "../world/rooms";
import type { Message, User } from "../world/telegram-objects";
import type { Bot, Room, Topic, World } from "../world/world";
import { Problem } from "./problem";

/** The bot with this id, or a 404. */
export function botById(world: World, id: number): Bot {
  const bot = world.state.bots.get(id);
  if (!bot) throw new Problem(404, `no bot ${id}`);
  return bot;
}

/** The person (not a bot) with this id, or a 404. */
export function personById(world: World, id: number): User {
  const user = findUser(world, id);
  if (!user || user.is_bot) throw new Problem(404, `no user ${id}`);
  return user;
}

/** The group with this chat id, or a 404. */
export function groupById(world: World, id: number): Room {
  const room = findGroup(world, id);
  if (!room) throw new Problem(404, `no group ${id}`);
  return room;
}

/** The topic of a group, or a 404. */
export function topicById(room: Room, id: number): Topic {
  const topic = room.topics.get(id);
  if (!topic) throw new Problem(404, `no topic ${id} in chat ${room.chat.id}`);
  return topic;
}

/** Where a person acts: a group they belong to, or their private chat with a bot. */
export function placeOf(world: World, person: User, place: { chat?: number; bot?: number }): Room {
  if (place.chat !== undefined && place.chat < 0) {
    const room = groupById(world, place.chat);
    if (room.migratedTo !== null) throw new Problem(409, `the group became ${room.migratedTo}`);
    const status = room.members.get(person.id)?.status;
    if (status === undefined || status === "left" || status === "kicked") {
      throw new Problem(409, `user ${person.id} is not a member of chat ${place.chat}`);
    }
    return room;
  }
  if (place.bot === undefined) throw new Problem(400, "name a group in `chat` or a bot in `bot`");
  return openPrivateRoom(world, botById(world, place.bot).user.id, person);
}

/** A room to read: a group, or the private chat of user `chatId` with `bot`. */
export function roomToRead(world: World, chatId: number, bot: number | undefined): Room | undefined {
  if (chatId < 0) return groupById(world, chatId);
  if (bot === undefined) throw new Problem(400, "a private chat needs `bot`");
  return findPrivateRoom(world, bot, chatId);
}

/** A stored message, or a 404. */
export function messageById(room: Room, id: number): Message {
  const message = room.messages.get(id);
  if (!message) throw new Problem(404, `no message ${id} in chat ${room.chat.id}`);
  return message;
}
