import type { Update } from "grammy/types";

/** Updates that must keep their order share a lane: the chat, and in a managers' group the topic. */
export function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat ?? update.message_reaction?.chat;
  // Whatever shape it came in: the lane is part of an index, so it is made of numbers only.
  if (!Number.isSafeInteger(chat?.id)) return "other";
  const { is_topic_message: inTopic, message_thread_id: topic } = { ...(message as Topical | undefined) };
  return inTopic && Number.isSafeInteger(topic) ? `${chat?.id}/${topic}` : String(chat?.id);
}

type Topical = { is_topic_message?: boolean; message_thread_id?: number };
