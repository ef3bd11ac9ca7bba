import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { TextEntity } from "@/server/lib/text-entity";
import type { OutgoingButton, OutgoingMessage, Target, TopicLook } from "@/server/providers/provider";
import { splitText } from "@/server/providers/telegram/split-text";

/** Telegram allows six colours; they mark a topic whose custom icon cannot be set, and cannot be changed later. */
export const topicColour = 7322096;

/** The emoji whose custom-emoji icon shows a conversation's state; all of them are in getForumTopicIconStickers. */
export const topicEmoji: Record<TopicLook["icon"], string> = {
  assistant: "🤖",
  waiting: "❗️",
  manager: "💬",
  closed: "✅",
};

export type TelegramMessage = {
  text: string;
  options: {
    entities?: MessageEntity[];
    reply_markup?: InlineKeyboardMarkup;
    message_thread_id?: number;
    reply_parameters?: { message_id: number; allow_sending_without_reply: true };
    link_preview_options: { is_disabled: true };
    disable_notification?: boolean;
  };
};

/**
 * A message as sendMessage takes it, split where it is too long; buttons stand under the last piece. `links` says
 * how Mini App buttons go out: as buttons, or as plain links in the text where Telegram refuses the address.
 */
export function toTelegramMessages(
  message: OutgoingMessage,
  target: Target,
  links: "buttons" | "text",
): TelegramMessage[] {
  const rows = (message.buttons ?? []).map((row) =>
    row.filter((button) => links === "buttons" || !isLink(button)),
  );
  const asText = links === "text" ? (message.buttons ?? []).flat().filter(isLink).map(linkText) : [];
  const pieces = splitText([message.text, ...asText].join("\n\n"));
  return pieces.map(({ text, start }, index) => {
    const last = index === pieces.length - 1;
    const keyboard = rows.filter((row) => row.length > 0).map((row) => row.map(toKeyboardButton));
    const entities = entitiesWithin(message.entities ?? [], start, text.length);
    return {
      text,
      options: {
        link_preview_options: { is_disabled: true },
        ...(entities.length > 0 && { entities }),
        ...(last && keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
        ...(target.topicId && { message_thread_id: Number(target.topicId) }),
        ...(message.silent && { disable_notification: true }),
        ...(index === 0 &&
          message.replyToExternalId && {
            reply_parameters: {
              message_id: Number(message.replyToExternalId),
              allow_sending_without_reply: true as const,
            },
          }),
      },
    };
  });
}

/** The parts of the entities that lie in a piece, counted from its start. */
function entitiesWithin(entities: TextEntity[], start: number, size: number): MessageEntity[] {
  return entities
    .map(({ offset, length, ...entity }) => {
      const from = Math.max(offset - start, 0);
      // Telegram's type ties `url` to links; ours has it optional on all.
      return {
        ...entity,
        offset: from,
        length: Math.min(offset + length - start, size) - from,
      } as MessageEntity;
    })
    .filter(({ length }) => length > 0);
}

function isLink(button: OutgoingButton): boolean {
  return "miniApp" in button || "url" in button;
}

function linkText(button: OutgoingButton): string {
  return `${button.label}: ${"miniApp" in button ? button.miniApp : "url" in button ? button.url : ""}`;
}

function toKeyboardButton(button: OutgoingButton) {
  if ("data" in button) return { text: button.label, callback_data: button.data };
  if ("miniApp" in button) return { text: button.label, web_app: { url: button.miniApp } };
  return { text: button.label, url: button.url };
}
