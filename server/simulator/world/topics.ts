import { addMessage, threadFields } from "./rooms";
import type { Message, User } from "./telegram-objects";
import { announceMessage } from "./updates";
import { emit, type Room, type Topic, type World } from "./world";

/** Telegram's six icon colours. */
export const ICON_COLORS = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047];

function service(world: World, room: Room, topic: Topic, by: User, content: Partial<Message>): Message {
  const message = addMessage(world, room, { from: by, ...threadFields(topic.id), ...content });
  announceMessage(world, room, message);
  return message;
}

function tell(world: World, room: Room, change: string, topic: Topic): void {
  emit(world, { type: "topic", change, chat: room.chat.id, topic: topic.id, object: topic });
}

/** Opens a topic; its id is that of the service message which announces it. */
export function createTopic(
  world: World,
  room: Room,
  by: User,
  details: { name: string; iconColor?: number; iconCustomEmojiId?: string },
): Topic {
  const topic: Topic = {
    id: room.nextMessageId,
    name: details.name,
    iconColor: details.iconColor ?? ICON_COLORS[0] ?? 0,
    closed: false,
    creatorId: by.id,
  };
  if (details.iconCustomEmojiId) topic.iconCustomEmojiId = details.iconCustomEmojiId;
  room.topics.set(topic.id, topic);
  tell(world, room, "created", topic);
  const forum_topic_created = {
    name: topic.name,
    icon_color: topic.iconColor,
    ...(topic.iconCustomEmojiId && { icon_custom_emoji_id: topic.iconCustomEmojiId }),
  };
  service(world, room, topic, by, { forum_topic_created });
  return topic;
}

/** Renames a topic or changes its icon; false when nothing would change. */
export function editTopic(
  world: World,
  room: Room,
  topic: Topic,
  by: User,
  change: { name?: string; iconCustomEmojiId?: string },
): boolean {
  const name = change.name !== undefined && change.name !== topic.name ? change.name : undefined;
  const icon =
    change.iconCustomEmojiId !== undefined && change.iconCustomEmojiId !== (topic.iconCustomEmojiId ?? "")
      ? change.iconCustomEmojiId
      : undefined;
  if (name === undefined && icon === undefined) return false;
  if (name !== undefined) topic.name = name;
  if (icon !== undefined) topic.iconCustomEmojiId = icon;
  tell(world, room, "edited", topic);
  const forum_topic_edited = {
    ...(name !== undefined && { name }),
    ...(icon !== undefined && { icon_custom_emoji_id: icon }),
  };
  service(world, room, topic, by, { forum_topic_edited });
  return true;
}

/** Closes or reopens a topic; false when it already is so. */
export function setTopicClosed(world: World, room: Room, topic: Topic, by: User, closed: boolean): boolean {
  if (topic.closed === closed) return false;
  topic.closed = closed;
  tell(world, room, closed ? "closed" : "reopened", topic);
  service(world, room, topic, by, closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} });
  return true;
}

/** Deletes a topic with all its messages; bots are not told, as at Telegram. */
export function deleteTopic(world: World, room: Room, topic: Topic): void {
  room.topics.delete(topic.id);
  for (const [id, message] of room.messages) {
    if (message.is_topic_message && message.message_thread_id === topic.id) room.messages.delete(id);
  }
  tell(world, room, "deleted", topic);
}
