import type { Message, Update } from "grammy/types";
import { collectMessages } from "@/bots/telegram/collect-messages";
import { handleChatMember } from "@/bots/telegram/handle-chat-member";
import { handleEdit } from "@/bots/telegram/handle-edit";
import { handleGroupMessage } from "@/bots/telegram/handle-group-message";
import { handleMembership } from "@/bots/telegram/handle-membership";
import { handlePress } from "@/bots/telegram/handle-press";
import { handlePrivateMessage } from "@/bots/telegram/handle-private-message";
import { handleReaction } from "@/bots/telegram/handle-reaction";
import type { UpdateContext } from "@/bots/telegram/update-context";

/**
 * Carries out one checked update; kinds that nobody asked for are passed over. Handled twice, it takes effect once.
 * `album` holds the messages of the update's album, its own among them.
 */
export async function handleUpdate(
  context: UpdateContext,
  update: Update,
  album: Message[] = [],
): Promise<void> {
  const { message } = update;
  if (message) {
    const messages = album.length > 0 ? album : [message];
    return message.chat.type === "private"
      ? handlePrivateMessage(context, message, messages)
      : handleGroupMessage(context, message, messages);
  }
  const { channel_post: post, edited_channel_post: editedPost } = update;
  if (post) return collectMessages(context, album.length > 0 ? album : [post]);
  if (editedPost) return collectMessages(context, [editedPost]);
  if (update.edited_message) return handleEdit(context, update.edited_message);
  if (update.message_reaction) return handleReaction(context, update.message_reaction);
  if (update.callback_query) return handlePress(context, update.callback_query);
  if (update.chat_member) return handleChatMember(context, update.chat_member);
  if (update.my_chat_member) return handleMembership(context, update.my_chat_member);
}
