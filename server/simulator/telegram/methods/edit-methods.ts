import type { Message } from "../../world/telegram-objects";
import { emit, type Room, unixTime } from "../../world/world";
import { type Call, type Method, numberOf, textOf } from "../call";
import { captionOf } from "../caption";
import { checkMarkup } from "../check-markup";
import { formatText } from "../format-text";
import { visible } from "../post-message";
import { badRequest } from "../refusal";
import { resolveRoom } from "../resolve-room";
import { TEXT_LIMIT } from "./message-methods";

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

function editable(call: Call): { room: Room; message: Message } {
  const room = resolveRoom(call);
  const id = numberOf(call, "message_id");
  if (id === undefined) throw badRequest("message identifier is not specified");
  const message = room.messages.get(id);
  if (!message) throw badRequest("message to edit not found");
  if (message.from?.id !== call.bot.user.id) throw badRequest("message can't be edited");
  return { room, message };
}

/** Puts the change on the message; an edit without `reply_markup` takes the buttons away, as at Telegram. */
function apply(call: Call, room: Room, message: Message, change: Partial<Message>): Message {
  const reply_markup = checkMarkup(call.parameters.reply_markup, room.chat);
  const { reply_markup: _old, edit_date: _date, ...rest } = message;
  const next: Message = { ...rest, ...change };
  for (const key of Object.keys(change)) if (change[key] === undefined) delete next[key];
  if (reply_markup) next.reply_markup = reply_markup;
  const { edit_date: _was, ...before } = message;
  if (sameContent(before, next)) throw badRequest(NOT_MODIFIED);
  next.edit_date = unixTime();
  room.messages.set(message.message_id, next);
  emit(call.world, {
    type: "edit",
    bot: room.botId,
    chat: room.chat.id,
    topic: next.message_thread_id ?? null,
    message: next,
  });
  return visible(next);
}

function sameContent(before: Message, after: Message): boolean {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
}

const sorted = (message: Message) => Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1));

function editMessageText(call: Call): Message {
  const { room, message } = editable(call);
  const formatted = formatText(textOf(call, "text") ?? "", {
    parseMode: call.parameters.parse_mode,
    entities: call.parameters.entities,
    ...TEXT_LIMIT,
  });
  if (formatted.text === "") throw badRequest("message text is empty");
  if (message.text === undefined) throw badRequest("there is no text in the message to edit");
  return apply(call, room, message, {
    text: formatted.text,
    entities: formatted.entities.length > 0 ? formatted.entities : undefined,
  });
}

const WITH_CAPTION = ["photo", "document", "voice", "audio", "video", "animation"];

function editMessageCaption(call: Call): Message {
  const { room, message } = editable(call);
  if (!WITH_CAPTION.some((kind) => kind in message)) {
    throw badRequest("there is no caption in the message to edit");
  }
  return apply(call, room, message, { caption: undefined, caption_entities: undefined, ...captionOf(call) });
}

function editMessageReplyMarkup(call: Call): Message {
  const { room, message } = editable(call);
  return apply(call, room, message, {});
}

/** Changing what was sent. */
export const editMethods: Record<string, Method> = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
};
