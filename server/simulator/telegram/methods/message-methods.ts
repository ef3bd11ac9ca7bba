import { hasRight } from "../../world/rooms";
import type { Message } from "../../world/telegram-objects";
import { emit, type Room } from "../../world/world";
import { SPEC_TYPES } from "../bot-api-spec";
import { type Call, type Method, numberOf, objectOf, textOf } from "../call";
import { captionOf } from "../caption";
import { checkFlood } from "../check-flood";
import { formatText } from "../format-text";
import { postMessage, postMessages } from "../post-message";
import { badRequest } from "../refusal";
import { resolveRoom } from "../resolve-room";

export const TEXT_LIMIT = { limit: 4096, tooLong: "message is too long" };

function sendMessage(call: Call): Message {
  const room = resolveRoom(call);
  const formatted = formatText(textOf(call, "text") ?? "", {
    parseMode: call.parameters.parse_mode,
    entities: call.parameters.entities,
    ...TEXT_LIMIT,
  });
  if (formatted.text === "") throw badRequest("message text is empty");
  const preview = objectOf(call, "link_preview_options");
  return postMessage(call, room, {
    text: formatted.text,
    ...(formatted.entities.length > 0 && { entities: formatted.entities }),
    ...(preview && { link_preview_options: preview }),
  });
}

const REACTIONS = new Set(SPEC_TYPES.get("ReactionTypeEmoji")?.fields.get("emoji")?.values);

/** What a message says, without where and by whom it was said. */
function contentOf(message: Message): Partial<Message> {
  const {
    message_id: _id,
    date: _date,
    chat: _chat,
    from: _from,
    sender_chat: _sender,
    message_thread_id: _thread,
    is_topic_message: _topic,
    reply_to_message: _reply,
    edit_date: _edited,
    reply_markup: _markup,
    media_group_id: _album,
    forward_origin: _origin,
    ...content
  } = message;
  return content;
}

const isService = (message: Message) =>
  Object.keys(message).some((key) => /^(forum_topic|new_chat|left_chat|pinned_|migrate_)/.test(key));

function sourceMessage(call: Call, id: number, what: string): { room: Room; message: Message } {
  const room = resolveRoom(call, { parameter: "from_chat_id", toSend: false });
  const message = room.messages.get(id);
  if (!message) throw badRequest(`message to ${what} not found`);
  if (isService(message)) throw badRequest(`message can't be ${what === "copy" ? "copied" : "forwarded"}`);
  return { room, message };
}

function copyMessage(call: Call): { message_id: number } {
  const room = resolveRoom(call);
  const { message } = sourceMessage(call, numberOf(call, "message_id") ?? 0, "copy");
  const content = { ...contentOf(message), ...(call.parameters.caption !== undefined && captionOf(call)) };
  return { message_id: postMessage(call, room, content).message_id };
}

function originOf(message: Message) {
  if (message.forward_origin) return message.forward_origin;
  return message.sender_chat
    ? { type: "chat", date: message.date, sender_chat: message.sender_chat }
    : { type: "user", date: message.date, sender_user: message.from };
}

function forwardMessage(call: Call): Message {
  const room = resolveRoom(call);
  const { message } = sourceMessage(call, numberOf(call, "message_id") ?? 0, "forward");
  return postMessage(call, room, { ...contentOf(message), forward_origin: originOf(message) });
}

function several(call: Call, content: (message: Message) => Partial<Message>, what: string) {
  const room = resolveRoom(call);
  const ids = (call.parameters.message_ids as number[]).slice(0, 101);
  if (ids.length > 100) throw badRequest("Too many message identifiers specified");
  const source = resolveRoom(call, { parameter: "from_chat_id", toSend: false });
  const found = ids.flatMap((id) => source.messages.get(id) ?? []).filter((message) => !isService(message));
  if (found.length === 0) throw badRequest(`there are no messages to ${what}`);
  return postMessages(call, room, found.map(content)).map(({ message_id }) => ({ message_id }));
}

/** Whether the bot may delete this message; Telegram's rules for chats and admin rights. */
function mayDelete(call: Call, room: Room, message: Message): boolean {
  if (message.from?.id === call.bot.user.id || room.botId !== null) return true;
  return hasRight(room.members.get(call.bot.user.id), "can_delete_messages");
}

function removeMessages(call: Call, room: Room, ids: number[]): void {
  for (const id of ids) {
    const topic = room.messages.get(id)?.message_thread_id ?? null;
    if (!room.messages.delete(id)) continue;
    emit(call.world, { type: "delete", bot: room.botId, chat: room.chat.id, topic, messageId: id });
  }
}

function deleteMessage(call: Call): true {
  const room = resolveRoom(call, { toSend: false });
  const id = numberOf(call, "message_id") ?? 0;
  const message = room.messages.get(id);
  if (!message) throw badRequest("message to delete not found");
  if (!mayDelete(call, room, message)) throw badRequest("message can't be deleted");
  removeMessages(call, room, [id]);
  return true;
}

function deleteMessages(call: Call): true {
  const room = resolveRoom(call, { toSend: false });
  const ids = call.parameters.message_ids as number[];
  if (ids.length > 100) throw badRequest("Too many message identifiers specified");
  const known = ids.flatMap((id) => room.messages.get(id) ?? []);
  if (known.some((message) => !mayDelete(call, room, message))) throw badRequest("message can't be deleted");
  removeMessages(call, room, ids);
  return true;
}

function sendLocation(call: Call): Message {
  const { latitude, longitude, horizontal_accuracy, live_period } = call.parameters;
  const location = {
    latitude,
    longitude,
    ...(horizontal_accuracy !== undefined && { horizontal_accuracy }),
    ...(live_period !== undefined && { live_period }),
  };
  return postMessage(call, resolveRoom(call), { location });
}

function sendContact(call: Call): Message {
  const { phone_number, first_name, last_name, vcard } = call.parameters;
  const contact = {
    phone_number,
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(vcard !== undefined && { vcard }),
  };
  return postMessage(call, resolveRoom(call), { contact });
}

function sendVenue(call: Call): Message {
  const { latitude, longitude, title, address } = call.parameters;
  const venue = { location: { latitude, longitude }, title, address };
  return postMessage(call, resolveRoom(call), { venue, location: venue.location });
}

function sendChatAction(call: Call): true {
  const room = resolveRoom(call);
  const action = textOf(call, "action");
  const topic = numberOf(call, "message_thread_id") ?? null;
  if (topic !== null && topic !== 1 && !room.topics.has(topic)) throw badRequest("message thread not found");
  emit(call.world, { type: "chat-action", bot: call.bot.user.id, chat: room.chat.id, topic, action });
  return true;
}

function setMessageReaction(call: Call): true {
  const room = resolveRoom(call, { toSend: false });
  const id = numberOf(call, "message_id") ?? 0;
  if (!room.messages.has(id)) throw badRequest("message to react not found");
  checkFlood(call, room, 0);
  const reaction = (call.parameters.reaction ?? []) as { type: string; emoji?: string }[];
  if (reaction.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  if (reaction.some(({ type, emoji }) => type === "paid" || (type === "emoji" && !REACTIONS.has(emoji))))
    throw badRequest("REACTION_INVALID");
  emit(call.world, {
    type: "reaction",
    bot: call.bot.user.id,
    chat: room.chat.id,
    messageId: id,
    from: call.bot.user.id,
    reaction,
  });
  return true;
}

/** Sending, copying, forwarding and deleting messages, and the small signs beside them. */
export const messageMethods: Record<string, Method> = {
  sendMessage,
  copyMessage,
  forwardMessage,
  copyMessages: (call) => several(call, contentOf, "copy"),
  forwardMessages: (call) =>
    several(call, (message) => ({ ...contentOf(message), forward_origin: originOf(message) }), "forward"),
  deleteMessage,
  deleteMessages,
  sendLocation,
  sendContact,
  sendVenue,
  sendChatAction,
  setMessageReaction,
};
