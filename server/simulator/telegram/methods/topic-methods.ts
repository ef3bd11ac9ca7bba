import { hasRight } from "../../world/rooms";
import { createTopic, deleteTopic, editTopic, ICON_COLORS, setTopicClosed } from "../../world/topics";
import type { Room, Topic } from "../../world/world";
import { type Call, type Method, numberOf, textOf } from "../call";
import { badRequest } from "../refusal";
import { resolveRoom } from "../resolve-room";

const NAME_LIMIT = 128;

/** Telegram's free topic icons (a few of them). */
const ICONS: [string, string][] = [
  ["5434144690511290129", "📰"],
  ["5312536423851630001", "💡"],
  ["5312016608254762256", "⚡️"],
  ["5377544228505134960", "🎙"],
  ["5418085807791545980", "🔝"],
  ["5420216386448270341", "❗️"],
  ["5379748062124056162", "❓"],
  ["5373251851074415873", "📝"],
  ["5357315181649076022", "💬"],
  ["5237699328843200968", "✅"],
  ["5350554349074391003", "🤖"],
];

function forum(call: Call): Room {
  const room = resolveRoom(call, { toSend: false });
  if (!room.chat.is_forum) throw badRequest("the chat is not a forum");
  return room;
}

const mayManage = (call: Call, room: Room) =>
  hasRight(room.members.get(call.bot.user.id), "can_manage_topics");

/** Cuts over-long names as Telegram does; in strict mode they are refused, since a name was lost. */
function nameOf(call: Call): string {
  const name = (textOf(call, "name") ?? "").trim();
  if (name.length > NAME_LIMIT && call.world.state.settings.strict) {
    throw badRequest(`parameter "name" must have 1-${NAME_LIMIT} characters`);
  }
  return name.slice(0, NAME_LIMIT);
}

function createForumTopic(call: Call) {
  const room = forum(call);
  if (!mayManage(call, room)) throw badRequest("not enough rights to create a topic");
  const name = nameOf(call);
  if (name === "") throw badRequest("Title must be non-empty");
  const iconColor = numberOf(call, "icon_color");
  if (iconColor !== undefined && !ICON_COLORS.includes(iconColor)) {
    throw badRequest("invalid icon color specified");
  }
  const iconCustomEmojiId = textOf(call, "icon_custom_emoji_id");
  const topic = createTopic(call.world, room, call.bot.user, { name, iconColor, iconCustomEmojiId });
  return {
    message_thread_id: topic.id,
    name: topic.name,
    icon_color: topic.iconColor,
    ...(topic.iconCustomEmojiId && { icon_custom_emoji_id: topic.iconCustomEmojiId }),
  };
}

function topicToChange(call: Call, action: string): { room: Room; topic: Topic } {
  const room = forum(call);
  const topic = room.topics.get(numberOf(call, "message_thread_id") ?? 0);
  if (!topic) throw badRequest("message thread not found");
  const own = topic.creatorId === call.bot.user.id && action !== "delete";
  if (!own && !mayManage(call, room)) throw badRequest(`not enough rights to ${action} the topic`);
  return { room, topic };
}

function editForumTopic(call: Call): true {
  const { room, topic } = topicToChange(call, "edit");
  const name = call.parameters.name === undefined ? undefined : nameOf(call) || undefined;
  const iconCustomEmojiId = textOf(call, "icon_custom_emoji_id");
  if (!editTopic(call.world, room, topic, call.bot.user, { name, iconCustomEmojiId })) {
    throw badRequest("TOPIC_NOT_MODIFIED");
  }
  return true;
}

function toggle(closed: boolean): Method {
  return (call) => {
    const { room, topic } = topicToChange(call, "close or open");
    if (!setTopicClosed(call.world, room, topic, call.bot.user, closed))
      throw badRequest("TOPIC_NOT_MODIFIED");
    return true;
  };
}

function deleteForumTopic(call: Call): true {
  const room = forum(call);
  const topic = room.topics.get(numberOf(call, "message_thread_id") ?? 0);
  if (!topic) throw badRequest("message thread not found");
  if (
    !hasRight(room.members.get(call.bot.user.id), "can_delete_messages") &&
    topic.creatorId !== call.bot.user.id
  ) {
    throw badRequest("not enough rights to delete the topic");
  }
  deleteTopic(call.world, room, topic);
  return true;
}

function getForumTopicIconStickers() {
  return ICONS.map(([custom_emoji_id, emoji]) => ({
    file_id: `CAACAgIAAx${custom_emoji_id}`,
    file_unique_id: `AQAD${custom_emoji_id}`,
    type: "custom_emoji",
    width: 512,
    height: 512,
    is_animated: true,
    is_video: false,
    emoji,
    custom_emoji_id,
    set_name: "Topics",
    needs_repainting: false,
  }));
}

/** Forum topics. */
export const topicMethods: Record<string, Method> = {
  createForumTopic,
  editForumTopic,
  closeForumTopic: toggle(true),
  reopenForumTopic: toggle(false),
  deleteForumTopic,
  getForumTopicIconStickers,
};
