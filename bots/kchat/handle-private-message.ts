import type { KchatContext } from "@/bots/kchat/context";
import type { KchatWords } from "@/bots/kchat/handle-message";
import { handleMeetingMessage } from "@/bots/kchat/meetings/handle-meeting-message";
import type { Chat, Contact } from "@/prisma/generated/client";
import { setContactBlocked } from "@/server/domain/contacts/set-contact-blocked";
import { callOperator } from "@/server/domain/conversations/call-operator";
import { editInboundMessage } from "@/server/domain/conversations/edit-inbound-message";
import { greetCustomer } from "@/server/domain/conversations/greet-customer";
import { pressAsCustomer } from "@/server/domain/conversations/press-as-customer";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { localeFor } from "@/server/lib/phrases";

const commands: Record<string, "greeting" | "help" | "operator"> = {
  "/start": "greeting",
  "/help": "help",
  "/помощь": "help",
  "/operator": "operator",
  "/оператор": "operator",
};

/** A person's words to the bot in their private chat: for meetings where they are for them, else the conversation's. */
export async function handlePrivateMessage(
  context: KchatContext,
  { contact, chat }: { contact: Contact; chat: Chat },
  words: KchatWords,
): Promise<void> {
  const { serves } = context.settings;
  if (contact.blockedAt) await setContactBlocked(contact.id, false);
  const { isEdit } = words;
  if (serves !== "support" && !isEdit) {
    const isForMeetings = await handleMeetingMessage(context, { ...words, contact, chat });
    if (isForMeetings) return;
  }
  if (serves !== "meetings") await handleAsCustomer(context, { contact, chat }, words);
}

async function handleAsCustomer(
  { resource, updateKey }: KchatContext,
  { contact, chat }: { contact: Contact; chat: Chat },
  { text, pressed, messageId, replyToExternalId, isEdit, isPressOnly }: KchatWords,
): Promise<void> {
  const { workspaceId, id: resourceId } = resource;
  const actor: CustomerActor = { kind: "customer", workspaceId, resourceId, contactId: contact.id };
  const { externalId: chatExternalId } = chat;
  if (isEdit) {
    const editedAt = clock.now();
    await editInboundMessage(actor, { chatExternalId, messageExternalId: messageId, text, editedAt });
    return;
  }
  if (pressed !== null) {
    const { mine, answer } = await pressAsCustomer(actor, pressed, localeFor(contact.languageCode));
    if (answer) await replyInChat(actor, { resourceId, chatExternalId, text: answer, updateKey });
    // The words of a button that nobody knows any more are words like others.
    if (mine || isPressOnly) return;
  }
  const command = commands[text.trim().toLowerCase()];
  if (command === "operator") {
    await callOperator(actor, "bot");
    return;
  }
  if (command) return greetCustomer(actor, { updateKey, chatExternalId, text: command });
  if (!text) return;
  await receiveCustomerMessage(actor, {
    text,
    origin: "bot",
    external: { chatExternalId, parts: [{ externalId: messageId, text }], replyToExternalId },
  });
}
