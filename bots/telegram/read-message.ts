import type { Message } from "grammy/types";
import { readAttachments } from "@/bots/telegram/read-attachments";
import { readEntities } from "@/bots/telegram/read-entities";
import { wordsForUnknown } from "@/bots/telegram/words-for-unknown";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { Locale } from "@/server/lib/phrases";
import type { TextEntity } from "@/server/lib/text-entity";

/** What a Telegram message says, in the domain's words. `replyToExternalId` is set for a real reply only. */
export type ReadMessage = {
  text: string;
  entities: TextEntity[];
  attachments: AttachmentDraft[];
  replyToExternalId?: string;
  editedAt?: Date;
};

/**
 * Reads text, caption, formatting and files. Content of a kind that we cannot carry comes as words in the given
 * language; a service message has neither text nor attachments.
 */
export function readMessage(message: Message, locale: Locale): ReadMessage {
  const replied = message.reply_to_message;
  // In a topic every message that replies to nothing names the topic's opening message.
  const replyToExternalId = replied && !replied.forum_topic_created ? String(replied.message_id) : undefined;
  const attachments = readAttachments(message);
  const words = attachments.length > 0 || message.text ? "" : wordsForUnknown(message, locale);
  // Postgres cannot keep NUL.
  const said = (message.text ?? message.caption ?? "").replaceAll("\u0000", "");
  const before = words && said ? `${words}\n` : words;
  return {
    text: before + said,
    entities: readEntities(message.entities ?? message.caption_entities ?? [], said.length, before.length),
    attachments,
    replyToExternalId,
    editedAt: message.edit_date === undefined ? undefined : new Date(message.edit_date * 1000),
  };
}
