import { chatMember, findUser, setMember } from "../../world/members";
import { addMessage, hasRight, quoted, threadFields } from "../../world/rooms";
import { announceMessage } from "../../world/updates";
import { emit } from "../../world/world";
import { type Call, isSet, type Method, numberOf } from "../call";
import { badRequest, Refusal } from "../refusal";
import { resolveRoom } from "../resolve-room";

const CAN_ALL = {
  can_send_messages: true,
  can_send_audios: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
};

function getChat(call: Call) {
  const room = resolveRoom(call, { toSend: false });
  if (room.botId !== null && !room.started) throw badRequest("chat not found");
  const pinned = room.messages.get(room.pinned.at(-1) ?? 0);
  return {
    ...room.chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
    ...(room.botId === null && { permissions: CAN_ALL }),
    ...(pinned && { pinned_message: quoted(pinned) }),
  };
}

function getChatMember(call: Call) {
  const room = resolveRoom(call, { toSend: false });
  const user = findUser(call.world, numberOf(call, "user_id") ?? 0);
  if (!user) throw badRequest("PARTICIPANT_ID_INVALID");
  return chatMember(user, room.members.get(user.id));
}

function getChatAdministrators(call: Call) {
  const room = resolveRoom(call, { toSend: false });
  if (room.botId !== null) throw badRequest("there are no administrators in the private chat");
  return [...room.members.values()].flatMap((member) => {
    const user = findUser(call.world, member.userId);
    const other = user?.is_bot && user.id !== call.bot.user.id;
    const admin = member.status === "creator" || member.status === "administrator";
    return user && admin && !other ? [chatMember(user, member)] : [];
  });
}

function getChatMemberCount(call: Call): number {
  const room = resolveRoom(call, { toSend: false });
  if (room.botId !== null) return 2;
  return [...room.members.values()].filter(({ status }) => status !== "left" && status !== "kicked").length;
}

function pinChatMessage(call: Call): true {
  const room = resolveRoom(call);
  const message = room.messages.get(numberOf(call, "message_id") ?? 0);
  if (!message) throw badRequest("message to pin not found");
  if (room.botId === null && !hasRight(room.members.get(call.bot.user.id), "can_pin_messages")) {
    throw badRequest("not enough rights to manage pinned messages in the chat");
  }
  room.pinned.push(message.message_id);
  const notice = addMessage(call.world, room, {
    from: call.bot.user,
    ...threadFields(message.is_topic_message ? message.message_thread_id : null),
    pinned_message: quoted(message),
  });
  announceMessage(call.world, room, notice);
  return true;
}

function unpinChatMessage(call: Call): true {
  const room = resolveRoom(call);
  const id = numberOf(call, "message_id") ?? room.pinned.at(-1);
  if (id === undefined || !room.pinned.includes(id)) throw badRequest("message to unpin not found");
  room.pinned = room.pinned.filter((pinned) => pinned !== id);
  emit(call.world, { type: "chat", bot: room.botId, chat: room.chat.id, unpinned: id });
  return true;
}

function leaveChat(call: Call): true {
  const room = resolveRoom(call, { toSend: false });
  if (room.botId !== null) throw badRequest("chat member status can't be changed in private chats");
  setMember(call.world, room, call.bot.user, call.bot.user, { status: "left" });
  return true;
}

function answerCallbackQuery(call: Call): true {
  const { world, bot, parameters } = call;
  const query = world.callbacks.get(String(parameters.callback_query_id));
  if (!query || query.botId !== bot.user.id || query.answered) {
    throw new Refusal(
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
  }
  if (typeof parameters.text === "string" && parameters.text.length > 200)
    throw badRequest("MESSAGE_TOO_LONG");
  query.answered = true;
  const answer = {
    text: parameters.text ?? null,
    showAlert: isSet(call, "show_alert"),
    url: parameters.url ?? null,
  };
  world.callbackWaiters.get(query.id)?.(answer);
  emit(world, { type: "callback-answer", bot: bot.user.id, callbackQueryId: query.id, answer });
  return true;
}

/** Chats, their members and pins, and answers to pressed buttons. */
export const chatMethods: Record<string, Method> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  pinChatMessage,
  unpinChatMessage,
  leaveChat,
  answerCallbackQuery,
};
