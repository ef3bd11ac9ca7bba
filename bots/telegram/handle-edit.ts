import type { Message } from "grammy/types";
import { readMessage } from "@/bots/telegram/read-message";
import { customerActor, seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { editInboundMessage } from "@/server/domain/conversations/edit-inbound-message";
import { localeFor } from "@/server/lib/phrases";

/** Somebody edited the text or caption of what they had written. */
export async function handleEdit(context: UpdateContext, message: Message): Promise<void> {
  if (!message.from || message.from.is_bot) return;
  const { resource, settings } = context;
  const isPrivate = message.chat.type === "private";
  if (!isPrivate && !settings.managerGroupIds.includes(String(message.chat.id))) return;
  const { contact, chat } = await seenIn(context, message.from, message.chat);
  const actor = isPrivate ? customerActor(context, contact) : await staffActor(context, contact);
  if (!actor) return;
  const locale = localeFor(isPrivate ? contact.languageCode : resource.workspace.locale);
  const { text, entities } = readMessage(message, locale);
  await editInboundMessage(actor, {
    chatExternalId: chat.externalId,
    messageExternalId: String(message.message_id),
    text,
    entities,
  });
}
