import type { Message } from "grammy/types";
import { collectMessages } from "@/bots/telegram/collect-messages";
import { freshParts } from "@/bots/telegram/fresh-parts";
import { handleStaffCommand } from "@/bots/telegram/handle-staff-command";
import { readAlbum } from "@/bots/telegram/read-album";
import { looksLikeCommand, readCommand } from "@/bots/telegram/read-command";
import { seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { claimHint } from "@/server/domain/contacts/claim-hint";
import { closeConversation } from "@/server/domain/conversations/close-conversation";
import { receiveManagerMessage } from "@/server/domain/conversations/receive-manager-message";
import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { recordChatMoved } from "@/server/domain/resources/record-chat-moved";
import { localeFor, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";

/** Telegram's account in whose name anonymous group admins write. */
const groupAnonymousBotId = 1087968824;

/** A message (or album) in a group: a managers' one is served, any other read. */
export async function handleGroupMessage(
  context: UpdateContext,
  message: Message,
  album: Message[],
): Promise<void> {
  const { resource, settings } = context;
  if (!settings.managerGroupIds.includes(String(message.chat.id))) return collectMessages(context, album);
  if (!message.from) return;
  const { contact, chat } = await seenIn(context, message.from, message.chat);
  if (message.migrate_to_chat_id !== undefined)
    await recordChatMoved(chat, String(message.migrate_to_chat_id));
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) {
    // The group may be a forum now, or have lost its rights on the way.
    await probeResource(resource.id);
    return;
  }
  const topicExternalId = message.is_topic_message ? String(message.message_thread_id) : undefined;
  const locale = localeFor(resource.workspace.locale);
  const say = (key: PhraseKey, values?: PhraseValues) =>
    replyInChat(
      { kind: "system", workspaceId: resource.workspaceId },
      {
        resourceId: resource.id,
        chatExternalId: chat.externalId,
        topicExternalId,
        text: phrase(locale, key, values),
        updateKey: context.updateKey,
      },
    );
  const fresh = await freshParts(chat.id, album);
  const { text, entities, attachments, replyToExternalId, parts } = readAlbum(fresh, locale);
  const saysNothing = !text && attachments.length === 0;
  if (message.sender_chat || message.from.id === groupAnonymousBotId) {
    if (saysNothing) return;
    // Who commands must learn why nothing happens; chatter gets the hint once in each topic.
    const told = looksLikeCommand(text) || (await claimHint(chat.id, `anonymous:${topicExternalId ?? ""}`));
    return told ? say("Managers.anonymous") : undefined;
  }
  if (message.from.is_bot) return;
  const staff = await staffActor(context, contact);
  if (message.forum_topic_closed && topicExternalId && staff) {
    await closeConversation(staff, { chatExternalId: chat.externalId, topicExternalId });
    return;
  }
  if (saysNothing) return;
  if (!staff) {
    const claimed = await claimHint(chat.id, contact.externalId);
    return claimed ? say("Managers.hint", { id: contact.externalId, name: displayName(contact) }) : undefined;
  }
  if (looksLikeCommand(text)) {
    // A mistyped command must never reach the customer, nor one for another bot.
    const command = readCommand(text, context.botUsername);
    const known = command === null || (await handleStaffCommand(context, staff, command, message));
    return known ? undefined : say("Managers.unknownCommand");
  }
  if (!topicExternalId) return;
  const received = await receiveManagerMessage(staff, {
    chatExternalId: chat.externalId,
    topicExternalId,
    text,
    parts,
    replyToExternalId,
    entities,
    attachments,
  });
  // Thrown, so that the update stays and its lane tries it again.
  if (!received.ok && received.reason === "topic_opening")
    throw new Error("The topic of this message is being opened");
  if (!received.ok && received.reason === "closed") await say("Managers.closedAlready");
}
