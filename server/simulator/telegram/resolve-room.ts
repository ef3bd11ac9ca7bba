import { findGroup, openPrivateRoom } from "../world/rooms";
import type { Room } from "../world/world";
import type { Call } from "./call";
import { badRequest, Refusal } from "./refusal";

/** The group behind a chat id, with Telegram's refusals for bots that are not in it. */
function groupRoom({ world, bot }: Call, chatId: number): Room {
  const room = findGroup(world, chatId);
  const member = room?.members.get(bot.user.id);
  if (!room || !member) throw badRequest("chat not found");
  if (room.migratedTo !== null) {
    throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: room.migratedTo,
    });
  }
  const kind = room.chat.type === "group" ? "group chat" : `${room.chat.type} chat`;
  if (member.status === "kicked") throw new Refusal(403, `Forbidden: bot was kicked from the ${kind}`);
  if (member.status === "left") throw new Refusal(403, `Forbidden: bot is not a member of the ${kind}`);
  return room;
}

function privateRoom({ world, bot }: Call, userId: number, toSend: boolean): Room {
  const user = world.state.users.get(userId);
  if (!user) {
    const isBot = world.state.bots.has(userId);
    throw isBot
      ? new Refusal(403, "Forbidden: bots can't send messages to bots")
      : badRequest("chat not found");
  }
  const { deactivated, ...person } = user;
  const room = openPrivateRoom(world, bot.user.id, person);
  if (!toSend) return room;
  if (deactivated) throw new Refusal(403, "Forbidden: user is deactivated");
  if (!room.started) throw new Refusal(403, "Forbidden: bot can't initiate conversation with a user");
  if (room.blocked) throw new Refusal(403, "Forbidden: bot was blocked by the user");
  return room;
}

/** The room a chat parameter names (number, numeric text or @username); `toSend` adds what forbids sending. */
export function resolveRoom(call: Call, options: { parameter?: string; toSend?: boolean } = {}): Room {
  const raw = call.parameters[options.parameter ?? "chat_id"];
  if (raw === undefined || raw === "") throw badRequest("chat_id is empty");
  let chatId = Number(raw);
  if (typeof raw === "string" && raw.startsWith("@")) {
    const name = raw.slice(1).toLowerCase();
    const rooms = [...call.world.state.rooms.values()];
    const found = rooms.find((room) => room.botId === null && room.chat.username?.toLowerCase() === name);
    if (!found) throw badRequest("chat not found");
    chatId = found.chat.id;
  }
  if (!Number.isInteger(chatId) || chatId === 0) throw badRequest("chat not found");
  return chatId < 0 ? groupRoom(call, chatId) : privateRoom(call, chatId, options.toSend ?? true);
}
