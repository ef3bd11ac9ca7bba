import type { Update } from "grammy/types";

/** Updates that must keep their order share a lane: the chat, and in a managers' group the topic. */
export function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  const chat = message?.chat ?? update.my_chat_member?.chat;
  const topic =
    message && "is_topic_message" in message && message.is_topic_message
      ? message.message_thread_id
      : undefined;
  return topic === undefined ? String(chat?.id ?? "other") : `${chat?.id}/${topic}`;
}
