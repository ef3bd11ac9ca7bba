import type { Message } from "grammy/types";
import { type ReadMessage, readMessage } from "@/bots/telegram/read-message";
import { joinCaptions } from "@/server/domain/conversations/join-captions";
import type { InboundPart } from "@/server/domain/conversations/link-inbound";
import type { Locale } from "@/server/lib/phrases";

type ReadAlbum = Omit<ReadMessage, "editedAt"> & { parts: InboundPart[] };

/** Several messages of one album as one: files in Telegram's order, captions one under the other. */
export function readAlbum(messages: Message[], locale: Locale): ReadAlbum {
  const read = messages
    .toSorted((one, other) => one.message_id - other.message_id)
    .map((message) => ({ ...readMessage(message, locale), externalId: String(message.message_id) }));
  return {
    ...joinCaptions(read),
    attachments: read.flatMap(({ attachments }) => attachments),
    replyToExternalId: read.find((part) => part.replyToExternalId)?.replyToExternalId,
    parts: read.map(({ externalId, text, entities, editedAt }) => ({ externalId, text, entities, editedAt })),
  };
}
