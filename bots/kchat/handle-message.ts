import type { KchatContext } from "@/bots/kchat/context";
import { handlePrivateMessage } from "@/bots/kchat/handle-private-message";
import { type SeenPlace, seenChat, seenContact, seenType } from "@/bots/kchat/seen-in";
import { noteLanguage } from "@/server/domain/contacts/note-language";
import { storeHubMessage } from "@/server/domain/messages/hub/store-hub-message";
import { clock } from "@/server/lib/clock";

/** What somebody wrote, changed or pressed in a chat with the bot. */
export type KchatWords = {
  senderId: string;
  text: string;
  /** The data of the button that was pressed in place of writing. */
  pressed: string | null;
  /** Of the message; of the one that the button stands under, where a press is no message. */
  messageId: string;
  replyToExternalId?: string;
  sentAt?: Date;
  isEdit: boolean;
  isPressOnly: boolean;
};

/** Has a private chat's words answered, and a group's kept for the hub; who wrote is known afterwards. */
export async function handleMessage(
  context: KchatContext,
  place: SeenPlace,
  words: KchatWords,
): Promise<void> {
  const { resource } = context;
  const type = await seenType(resource, place);
  const contact = await seenContact(resource, words.senderId, type === "private" ? place : null);
  const chat = await seenChat(resource, place, type, contact);
  if (type === "private") {
    if (contact.isBot) return;
    // A pressed button is labelled by us.
    const known = words.pressed === null ? await noteLanguage(contact, words.text) : contact;
    return handlePrivateMessage(context, { contact: known, chat }, words);
  }
  // In a group a pressed button is no talk.
  if (chat.ignoredAt || words.pressed !== null || !words.text) return;
  const now = clock.now();
  await storeHubMessage(resource.workspaceId, [
    {
      chatId: chat.id,
      contactId: contact.id,
      externalId: words.messageId,
      type: "text",
      text: words.text,
      isAutomatic: contact.isBot,
      replyToExternalId: words.replyToExternalId,
      sentAt: words.sentAt ?? now,
      editedAt: words.isEdit ? now : null,
    },
  ]);
}
