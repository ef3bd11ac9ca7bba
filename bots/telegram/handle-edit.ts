import type { Message } from "grammy/types";
import { collectMessages } from "@/bots/telegram/collect-messages";
import { readMessage } from "@/bots/telegram/read-message";
import { takeInEarlyEdit } from "@/bots/telegram/take-in-early-edit";
import { customerActor, seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { editInboundMessage } from "@/server/domain/conversations/edit-inbound-message";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { receiveManagerMessage } from "@/server/domain/conversations/receive-manager-message";
import { localeFor } from "@/server/lib/phrases";

/** Somebody edited what they had written: its text or caption, or the file. */
export async function handleEdit(context: UpdateContext, message: Message): Promise<void> {
  const { resource, settings } = context;
  const isPrivate = message.chat.type === "private";
  if (!isPrivate && !settings.managerGroupIds.includes(String(message.chat.id)))
    return collectMessages(context, [message]);
  if (!message.from || message.from.is_bot) return;
  const { contact, chat } = await seenIn(context, message.from, message.chat);
  const actor = isPrivate ? customerActor(context, contact) : await staffActor(context, contact);
  if (!actor) return;
  const locale = localeFor(isPrivate ? contact.languageCode : resource.workspace.locale);
  const { text, entities, attachments, editedAt } = readMessage(message, locale);
  const messageExternalId = String(message.message_id);
  const place = { chatExternalId: chat.externalId };
  const edit = { ...place, messageExternalId, text, entities, attachments, editedAt };
  const { known, newFile } = await editInboundMessage(actor, edit);
  if (!known) return takeInEarlyEdit(context, message);
  if (!newFile) return;
  // It comes as a reply to the message whose file it replaces.
  const reply = { parts: [], replyToExternalId: messageExternalId };
  const said = {
    text: "",
    attachments: [newFile],
    clientId: `edit:${messageExternalId}:${newFile.externalFileId}`,
  };
  if (actor.kind === "customer")
    await receiveCustomerMessage(actor, { ...said, origin: "bot", external: { ...place, ...reply } });
  else if (message.is_topic_message)
    await receiveManagerMessage(actor, {
      ...said,
      ...place,
      ...reply,
      topicExternalId: String(message.message_thread_id),
    });
}
