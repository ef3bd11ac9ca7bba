import type { Message } from "grammy/types";
import { hubMessageType } from "@/bots/telegram/hub-message-type";
import { readForward } from "@/bots/telegram/read-forward";
import { readMessage } from "@/bots/telegram/read-message";
import { readSender } from "@/bots/telegram/read-sender";
import { serviceWords } from "@/bots/telegram/service-words";
import { toSeenPerson, type UpdateContext } from "@/bots/telegram/update-context";
import { identifyChat } from "@/server/domain/contacts/identify-chat";
import { identifyContact } from "@/server/domain/contacts/identify-contact";
import type { HubMessageDraft } from "@/server/domain/messages/hub/hub-message-draft";
import { noteMember } from "@/server/domain/messages/hub/note-member";
import { storeHubMessage } from "@/server/domain/messages/hub/store-hub-message";
import { recordChatMoved } from "@/server/domain/resources/record-chat-moved";
import { clock } from "@/server/lib/clock";
import { type Locale, localeFor } from "@/server/lib/phrases";

/** Takes a message (or album) of an ordinary group or a channel, new or edited, into the hub, unless it is not wanted there. */
export async function collectMessages(context: UpdateContext, messages: Message[]): Promise<void> {
  const { resource, settings } = context;
  const [first] = messages;
  if (!first || !settings.collectsGroups) return;
  const { workspaceId } = resource;
  const chat = await identifyChat({
    workspaceId,
    resourceId: resource.id,
    externalId: String(first.chat.id),
    type: first.chat.type,
    title: "title" in first.chat ? first.chat.title : undefined,
    isForum: "is_forum" in first.chat && first.chat.is_forum === true,
  });
  // It is the same group with a new number.
  if (first.migrate_to_chat_id !== undefined) return recordChatMoved(chat, String(first.migrate_to_chat_id));
  if (chat.ignoredAt) return;
  const sender = readSender(first);
  const contact = sender && (await identifyContact(workspaceId, "telegram", sender));
  const locale = localeFor(resource.workspace.locale);
  await storeHubMessage(
    workspaceId,
    messages.map((message) => toDraft(message, { chatId: chat.id, contactId: contact?.id ?? null }, locale)),
  );
  await noteComings(context, chat.id, first);
}

function toDraft(
  message: Message,
  place: { chatId: number; contactId: number | null },
  locale: Locale,
): HubMessageDraft {
  const { text, entities, attachments, replyToExternalId, editedAt } = readMessage(message, locale);
  const type = hubMessageType(message);
  const isService = type === "service";
  return {
    ...place,
    ...readForward(message),
    externalId: String(message.message_id),
    type,
    text: isService ? serviceWords(message, locale) : text,
    entities: isService ? [] : entities,
    attachments,
    isAutomatic: isService || message.chat.type === "channel" || message.is_automatic_forward === true,
    albumId: message.media_group_id,
    replyToExternalId,
    sentAt: dateOf(message),
    editedAt,
  };
}

/** A date is missing where it could not be read. */
function dateOf({ date }: { date?: number }): Date {
  return date === undefined ? clock.now() : new Date(date * 1000);
}

/** Who came and who left, as a service message tells it. */
async function noteComings({ resource }: UpdateContext, chatId: number, message: Message): Promise<void> {
  const { new_chat_members: joined = [], left_chat_member: left } = message;
  const at = dateOf(message);
  for (const user of left ? [...joined, left] : joined) {
    const contact = await identifyContact(resource.workspaceId, "telegram", toSeenPerson(user));
    await noteMember({ chatId, contactId: contact.id, at, isIn: user !== left });
  }
}
