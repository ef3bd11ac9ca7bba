import type { Message } from "grammy/types";
import { type ReadMessage, readMessage } from "@/bots/telegram/read-message";
import type { Locale } from "@/server/lib/phrases";

/** Several messages of one album as one: files in Telegram's order, captions one under the other. */
export function readAlbum(messages: Message[], locale: Locale): ReadMessage {
  const parts = messages
    .toSorted((one, other) => one.message_id - other.message_id)
    .map((message) => readMessage(message, locale));
  const album: ReadMessage = { text: "", entities: [], attachments: [] };
  for (const part of parts) {
    const gap = album.text && part.text ? "\n\n" : "";
    const shift = album.text.length + gap.length;
    album.entities.push(...part.entities.map((entity) => ({ ...entity, offset: entity.offset + shift })));
    album.text += gap + part.text;
    album.attachments.push(...part.attachments);
    album.replyToExternalId ??= part.replyToExternalId;
  }
  return album;
}
