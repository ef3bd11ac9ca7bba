import type { Message, User } from "grammy/types";
import { type Locale, phrase } from "@/server/lib/phrases";

/** What Telegram tells of a chat (“Ana is in the chat now”), in the workspace's words. */
export function serviceWords(message: Message, locale: Locale): string {
  const say = (kind: string, values: { name?: string; title?: string } = {}) => {
    const { name = "", title = "" } = values;
    return phrase(locale, "Bot.service", { kind, name, title }).replaceAll("\u0000", "");
  };
  if (message.new_chat_members)
    return say("joined", { name: message.new_chat_members.map(nameOf).join(", ") });
  if (message.left_chat_member) return say("left", { name: nameOf(message.left_chat_member) });
  if (message.new_chat_title) return say("title", { title: message.new_chat_title });
  if (message.forum_topic_created) return say("topic", { title: message.forum_topic_created.name ?? "" });
  if (message.pinned_message) return say("pinned");
  if (message.new_chat_photo || message.delete_chat_photo) return say("photo");
  if (message.group_chat_created || message.supergroup_chat_created || message.channel_chat_created)
    return say("created");
  if (message.migrate_from_chat_id !== undefined) return say("moved");
  if (message.video_chat_started || message.video_chat_ended || message.video_chat_scheduled)
    return say("call");
  return say("other");
}

function nameOf({ first_name, last_name }: User): string {
  return [first_name, last_name].filter(Boolean).join(" ");
}
