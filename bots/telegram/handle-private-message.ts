import type { Message } from "grammy/types";
import { freshParts } from "@/bots/telegram/fresh-parts";
import { handleLinkCommand } from "@/bots/telegram/handle-link-command";
import { handleStaffCommand } from "@/bots/telegram/handle-staff-command";
import { readAlbum } from "@/bots/telegram/read-album";
import { readCommand } from "@/bots/telegram/read-command";
import { customerActor, seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { noteLeadSource } from "@/server/domain/contacts/note-lead-source";
import { setContactBlocked } from "@/server/domain/contacts/set-contact-blocked";
import { callOperator } from "@/server/domain/conversations/call-operator";
import { greetCustomer } from "@/server/domain/conversations/greet-customer";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { localeFor } from "@/server/lib/phrases";

/** A message (or album) in the bot's private chat: a command, or something for the customer's conversation. */
export async function handlePrivateMessage(
  context: UpdateContext,
  message: Message,
  album: Message[],
): Promise<void> {
  if (!message.from || message.from.is_bot) return;
  const { contact, chat } = await seenIn(context, message.from, message.chat);
  if (contact.blockedAt) await setContactBlocked(contact.id, false);
  const actor = customerActor(context, contact);
  const greeting = { updateKey: context.updateKey, chatExternalId: chat.externalId };
  const { text, entities, attachments, replyToExternalId, parts } = readAlbum(
    await freshParts(chat.id, album),
    localeFor(contact.languageCode),
  );
  const command = readCommand(text, context.botUsername);
  if (command?.name === "start") {
    await noteLeadSource(contact.id, command.rest);
    const { greetings } = context.settings;
    return greetCustomer(actor, { ...greeting, text: "greeting", greetings });
  }
  if (command?.name === "help") return greetCustomer(actor, { ...greeting, text: "help" });
  if (command?.name === "operator") {
    await callOperator(actor, "bot");
    return;
  }
  if (command?.name === "link") return handleLinkCommand(context, actor, chat.externalId, command.rest);
  const staff = command && (await staffActor(context, contact));
  if (command && staff && (await handleStaffCommand(context, staff, command, message))) return;
  // A service message (a pinned message, a changed photo) says nothing to anyone.
  if (!text && attachments.length === 0) return;
  await receiveCustomerMessage(actor, {
    text,
    origin: "bot",
    entities,
    attachments,
    external: { chatExternalId: chat.externalId, parts, replyToExternalId },
  });
}
