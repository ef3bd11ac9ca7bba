import type { Api } from "grammy";
import type { FileKind, OutgoingFile, SendResult } from "@/server/providers/provider";
import { callTelegram } from "@/server/providers/telegram/call-telegram";
import { filePlaceholder } from "@/server/providers/telegram/file-placeholder";
import { mediaWays } from "@/server/providers/telegram/media-ways";
import type { Caption, SendExtras } from "@/server/providers/telegram/transform";
import { type MediaSource, type SendDoor, withSources } from "@/server/providers/telegram/with-sources";

/** Sends one file in the first way that Telegram takes; if it takes none, a text with a link stands for the file. */
export async function sendFile(
  door: SendDoor,
  file: OutgoingFile,
  caption: Caption,
  extras: SendExtras,
): Promise<SendResult> {
  const chat = Number(door.target.chatId);
  for (const way of mediaWays(file)) {
    const result = await callTelegram(door.api, door.target, () =>
      withSources(door, [{ file, way }], (api, [source]) =>
        sendAs(api, chat, way.kind, source ?? "", file, caption, extras),
      ),
    );
    if (result.ok && result.sent) return { ok: true, externalIds: [String(result.sent.message_id)] };
    if (!result.ok && result.kind !== "refused") return result;
  }
  const text = [caption.text, filePlaceholder(file)].filter(Boolean).join("\n\n");
  const stood = await callTelegram(door.api, door.target, () =>
    door.api.sendMessage(chat, text, {
      ...extras,
      entities: caption.entities,
      link_preview_options: { is_disabled: true },
    }),
  );
  return stood.ok ? { ok: true, externalIds: [String(stood.sent.message_id)] } : stood;
}

function sendAs(
  api: Api,
  chat: number,
  kind: FileKind,
  source: MediaSource,
  { durationSeconds: duration, width, height, mimeType }: OutgoingFile,
  { text, entities }: Caption,
  extras: SendExtras,
): Promise<{ message_id: number }> {
  const captioned = { ...extras, ...(text && { caption: text, caption_entities: entities }) };
  switch (kind) {
    case "photo":
      return api.sendPhoto(chat, source, captioned);
    case "voice":
      return api.sendVoice(chat, source, { ...captioned, duration });
    case "audio":
      return api.sendAudio(chat, source, { ...captioned, duration });
    case "video":
      return api.sendVideo(chat, source, { ...captioned, duration, width, height });
    case "animation":
      return api.sendAnimation(chat, source, { ...captioned, duration, width, height });
    case "video_note":
      return api.sendVideoNote(chat, source, { ...extras, duration });
    case "sticker":
      return api.sendSticker(chat, source, extras);
    case "document":
      // Telegram would make a sticker of a WebP picture.
      return api.sendDocument(chat, source, {
        ...captioned,
        ...(mimeType === "image/webp" && { disable_content_type_detection: true }),
      });
  }
}
