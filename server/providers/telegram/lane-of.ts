import type { Update } from "grammy/types";

/** Updates that must keep their order share a lane: the chat, and in a managers' group the topic. */
export function laneOf(update: Update): string {
  const post = update.channel_post ?? update.edited_channel_post;
  const message = update.message ?? update.edited_message ?? post ?? update.callback_query?.message;
  const change = update.my_chat_member ?? update.chat_member ?? update.message_reaction;
  const chat = message?.chat ?? change?.chat;
  // Whatever shape it came in: the lane is part of an index, so it is made of numbers only.
  if (!Number.isSafeInteger(chat?.id)) return "other";
  const { is_topic_message: inTopic, message_thread_id: topic } = { ...(message as Topical | undefined) };
  return inTopic && Number.isSafeInteger(topic) ? `${chat?.id}/${topic}` : String(chat?.id);
}

type Topical = { is_topic_message?: boolean; message_thread_id?: number };
