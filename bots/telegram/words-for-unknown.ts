import type { Message } from "grammy/types";
import { type Locale, phrase } from "@/server/lib/phrases";

/** Fields that stand beside a message's content and are none themselves (Bot API 10.1). */
const frame = new Set([
  ...["message_id", "message_thread_id", "direct_messages_topic", "from", "date", "chat", "edit_date"],
  ...["sender_chat", "sender_boost_count", "sender_business_bot", "sender_tag", "author_signature"],
  ...["guest_query_id", "guest_bot_caller_user", "guest_bot_caller_chat", "business_connection_id"],
  ...["forward_origin", "is_topic_message", "is_automatic_forward", "via_bot", "has_protected_content"],
  ...["reply_to_message", "external_reply", "quote", "reply_to_story", "reply_to_checklist_task_id"],
  ...["reply_to_poll_option_id", "is_from_offline", "is_paid_post", "media_group_id", "paid_star_count"],
  ...["text", "entities", "caption", "caption_entities", "link_preview_options", "suggested_post_info"],
  ...["effect_id", "show_caption_above_media", "has_media_spoiler", "reply_markup", "photo"],
]);

/** What Telegram tells of a chat rather than what a person says in it. */
const service = new Set([
  ...["new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed", "new_chat_title"],
  ...["new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created"],
  ...["channel_chat_created", "message_auto_delete_timer_changed", "migrate_to_chat_id"],
  ...["migrate_from_chat_id", "pinned_message", "connected_website", "write_access_allowed"],
  ...["proximity_alert_triggered", "boost_added", "chat_background_set", "checklist_tasks_done"],
  ...["checklist_tasks_added", "direct_message_price_changed", "forum_topic_created"],
  ...["forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden"],
  ...["general_forum_topic_unhidden", "giveaway_created", "giveaway_completed", "managed_bot_created"],
  ...["paid_message_price_changed", "poll_option_added", "poll_option_deleted"],
  ...["suggested_post_approved", "suggested_post_approval_failed", "suggested_post_declined"],
  ...["suggested_post_paid", "suggested_post_refunded", "video_chat_scheduled", "video_chat_started"],
  ...["video_chat_ended", "video_chat_participants_invited", "web_app_data", "users_shared"],
  ...["chat_shared", "successful_payment", "refunded_payment", "passport_data"],
]);

/** Whether a message is Telegram's own word of its chat. */
export function tellsOfChat(message: Message): boolean {
  return Object.entries(message).some(
    ([name, value]) => service.has(name) && value !== undefined && value !== null,
  );
}

/** Content that we cannot carry (a poll, a game, whatever comes next) in words; "" where there is none. */
export function wordsForUnknown(message: Message, locale: Locale): string {
  const fields = Object.entries(message).filter(([, value]) => value !== undefined && value !== null);
  const [kind] = fields.map(([name]) => name).filter((name) => !frame.has(name));
  if (kind === undefined || tellsOfChat(message)) return "";
  if (message.dice) return `[${message.dice.emoji} ${message.dice.value}]`;
  const title =
    message.poll?.question ?? message.game?.title ?? message.invoice?.title ?? message.checklist?.title ?? "";
  const words = phrase(locale, "Bot.unsupported", { kind, title: title.replaceAll("\u0000", "") });
  return `[${words}]`;
}
