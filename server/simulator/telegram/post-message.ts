import { addMessage, hasRight, quoted, threadFields } from "../world/rooms";
import type { Message } from "../world/telegram-objects";
import { announceMessage } from "../world/updates";
import type { Room } from "../world/world";
import { type Call, isSet, numberOf, objectOf } from "./call";
import { checkFlood } from "./check-flood";
import { checkMarkup } from "./check-markup";
import { badRequest } from "./refusal";

/** The topic a call writes to; replies go to the topic of what they reply to. */
function targetTopic(call: Call, room: Room, replied: Message | undefined): number | null {
  const asked = numberOf(call, "message_thread_id");
  if (asked === undefined || asked === 0)
    return replied?.is_topic_message ? (replied.message_thread_id ?? null) : null;
  // General is id 1 but cannot be addressed by it.
  const topic = asked === 1 ? undefined : room.topics.get(asked);
  if (!topic) throw badRequest("message thread not found");
  const member = room.members.get(call.bot.user.id);
  if (topic.closed && topic.creatorId !== call.bot.user.id && !hasRight(member, "can_manage_topics")) {
    throw badRequest("TOPIC_CLOSED");
  }
  return topic.id;
}

function repliedMessage(call: Call, room: Room): Message | undefined {
  const reply = objectOf(call, "reply_parameters");
  if (!reply) return undefined;
  const elsewhere = reply.chat_id !== undefined && Number(reply.chat_id) !== room.chat.id;
  const found = elsewhere ? undefined : room.messages.get(Number(reply.message_id));
  if (!found && reply.allow_sending_without_reply !== true)
    throw badRequest("message to be replied not found");
  return found;
}

function checkMayWrite(call: Call, room: Room): void {
  const member = room.members.get(call.bot.user.id);
  if (member?.status === "restricted" && member.rights.can_send_messages !== true) {
    throw badRequest("not enough rights to send text messages to the chat");
  }
}

/** Posts the contents as the bot, one message each (an album has several), after all of Telegram's checks. */
export function postMessages(call: Call, room: Room, contents: Partial<Message>[]): Message[] {
  checkMayWrite(call, room);
  const replied = repliedMessage(call, room);
  const topic = targetTopic(call, room, replied);
  // What stands in a topic counts as a reply to the message that opened it (Bot API server's implicit reply).
  const answered = replied ?? (topic === null ? undefined : room.messages.get(topic));
  const markup = checkMarkup(call.parameters.reply_markup, room.chat);
  checkFlood(call, room, contents.length);
  return contents.map((content) => {
    const message = addMessage(call.world, room, {
      from: call.bot.user,
      ...threadFields(topic),
      ...(answered && { reply_to_message: quoted(answered) }),
      ...(isSet(call, "protect_content") && { has_protected_content: true }),
      ...content,
    });
    if (markup) message.reply_markup = markup;
    announceMessage(call.world, room, message);
    return visible(message);
  });
}

/** Posts one message as the bot. */
export function postMessage(call: Call, room: Room, content: Partial<Message>): Message {
  const [message] = postMessages(call, room, [content]);
  if (!message) throw new Error("nothing was posted");
  return message;
}

/** A message as the Bot API returns it: only inline keyboards are part of a message. */
export function visible(message: Message): Message {
  if (!message.reply_markup || message.reply_markup.inline_keyboard) return message;
  const { reply_markup: _keyboard, ...rest } = message;
  return rest;
}
