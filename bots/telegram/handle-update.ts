import type { Message, Update } from "grammy/types";
import { handleGroupMessage } from "@/bots/telegram/handle-group-message";
import { handleMembership } from "@/bots/telegram/handle-membership";
import { handlePress } from "@/bots/telegram/handle-press";
import { handlePrivateMessage } from "@/bots/telegram/handle-private-message";
import { readMessage } from "@/bots/telegram/read-message";
import { customerActor, seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { editInboundMessage } from "@/server/domain/conversations/edit-inbound-message";

/** Carries out one update; kinds that nobody asked for are passed over. Handled twice, it takes effect once. */
export async function handleUpdate(context: UpdateContext, update: Update): Promise<void> {
  if (update.message) {
    return update.message.chat.type === "private"
      ? handlePrivateMessage(context, update.message)
      : handleGroupMessage(context, update.message);
  }
  if (update.edited_message) return handleEdit(context, update.edited_message);
  if (update.callback_query) return handlePress(context, update.callback_query);
  if (update.my_chat_member) return handleMembership(context, update.my_chat_member);
}

async function handleEdit(context: UpdateContext, message: Message): Promise<void> {
  const { text } = readMessage(message);
  if (!message.from || message.from.is_bot || !text) return;
  const { contact, chat } = await seenIn(context, message.from, message.chat);
  const actor =
    message.chat.type === "private" ? customerActor(context, contact) : await staffActor(context, contact);
  if (!actor) return;
  await editInboundMessage(actor, {
    chatExternalId: chat.externalId,
    messageExternalId: String(message.message_id),
    text,
  });
}
