import { GrammyError } from "grammy";
import type { OutgoingMessage, SendResult } from "@/server/providers/provider";
import { captionLimit, planMessage } from "@/server/providers/telegram/plan-message";
import { sendMessage } from "@/server/providers/telegram/send-message";
import { isAlreadySo, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { entitiesWithin, toKeyboard } from "@/server/providers/telegram/transform";
import type { SendDoor } from "@/server/providers/telegram/with-sources";

const mark = "✏️ ";

/**
 * Follows an edit of a text, or with `caption` of the text under a file. What no longer fits into the message comes
 * as a reply to it: the rest of a text, or the whole of a caption.
 */
export async function editMessage(
  door: SendDoor,
  externalId: string,
  message: OutgoingMessage,
  caption = false,
): Promise<SendResult> {
  const edited = await editAs(door, externalId, message, caption, false);
  if (edited.ok || edited.kind !== "address_refused") return edited;
  return editAs(door, externalId, message, caption, true);
}

async function editAs(
  door: SendDoor,
  externalId: string,
  message: OutgoingMessage,
  caption: boolean,
  linksAsText: boolean,
): Promise<SendResult> {
  const { api, target } = door;
  const chat = Number(target.chatId);
  const [first, second] = planMessage({ ...message, media: [] }, linksAsText);
  if (first?.type !== "text") return { ok: true, externalIds: [] };
  const { text } = first.piece;
  if (caption && (second || text.length > captionLimit)) return sayAnew(door, externalId, message);
  const entities = entitiesWithin(message.entities, 0, text.length);
  const reply_markup = second ? undefined : toKeyboard(message.buttons, linksAsText);
  try {
    if (caption)
      await api.editMessageCaption(chat, Number(externalId), {
        caption: text,
        caption_entities: entities,
        reply_markup,
      });
    else
      await api.editMessageText(chat, Number(externalId), text, {
        entities,
        reply_markup,
        link_preview_options: { is_disabled: true },
      });
  } catch (error) {
    if (caption && hasNoCaption(error)) return sayAnew(door, externalId, message);
    if (!isAlreadySo(error)) return toSendFailure(error);
  }
  if (second?.type !== "text") return { ok: true, externalIds: [] };
  return sendMessage(door, cutFrom(message, externalId, second.piece.start));
}

/** Telegram's words for a sticker, a round video, or a text in place of a file. */
function hasNoCaption(error: unknown): boolean {
  return (
    error instanceof GrammyError && /no caption in the message|MEDIA_CAPTION_INVALID/i.test(error.description)
  );
}

function sayAnew(door: SendDoor, externalId: string, message: OutgoingMessage): Promise<SendResult> {
  return sendMessage(door, {
    ...message,
    media: [],
    text: `${mark}${message.text}`,
    entities: message.entities?.map((entity) => ({ ...entity, offset: entity.offset + mark.length })),
    replyToExternalId: externalId,
  });
}

/** What of a message stands after so many UTF-16 units. */
function cutFrom(message: OutgoingMessage, externalId: string, start: number): OutgoingMessage {
  const entities = message.entities?.flatMap((entity) => {
    const offset = Math.max(entity.offset - start, 0);
    const length = entity.offset + entity.length - start - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
  return { ...message, text: message.text.slice(start), entities, replyToExternalId: externalId };
}
