import type { Message } from "grammy/types";
import type { AttachmentDraft } from "@/server/domain/files/schema";

/** What a Telegram message says, in the domain's words. `replyToExternalId` is set for a real reply only. */
export type ReadMessage = { text: string; attachments: AttachmentDraft[]; replyToExternalId?: string };

/** Reads text, caption and kind of content; a message that carries none of what we know has an empty text. */
export function readMessage(message: Message): ReadMessage {
  const replied = message.reply_to_message;
  // In a topic every message that replies to nothing names the topic's opening message.
  const replyToExternalId = replied && !replied.forum_topic_created ? String(replied.message_id) : undefined;
  return {
    text: message.text ?? message.caption ?? "",
    attachments: readAttachments(message),
    replyToExternalId,
  };
}

function readAttachments(message: Message): AttachmentDraft[] {
  const photo = message.photo?.at(-1);
  if (photo) return [{ kind: "photo", externalFileId: photo.file_id, sizeBytes: photo.file_size }];
  for (const kind of ["animation", "document", "voice", "audio", "video", "video_note", "sticker"] as const) {
    const file = message[kind];
    if (!file) continue;
    return [
      {
        kind,
        externalFileId: file.file_id,
        sizeBytes: file.file_size,
        ...("file_name" in file && { fileName: file.file_name }),
        ...("mime_type" in file && { mimeType: file.mime_type }),
      },
    ];
  }
  if (message.location) return [{ kind: "location" }];
  return message.contact ? [{ kind: "contact" }] : [];
}
