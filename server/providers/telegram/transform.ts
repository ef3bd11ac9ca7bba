import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { TextEntity } from "@/server/lib/text-entity";
import type { OutgoingButton, OutgoingMessage, Target, TopicLook } from "@/server/providers/provider";
import { isLink } from "@/server/providers/telegram/plan-message";

/** Telegram allows six colours; they mark a topic whose custom icon cannot be set, and cannot be changed later. */
export const topicColour = 7322096;

/** The emoji whose custom-emoji icon shows a conversation's state; all of them are in getForumTopicIconStickers. */
export const topicEmoji: Record<TopicLook["icon"], string> = {
  assistant: "🤖",
  waiting: "❗️",
  manager: "💬",
  closed: "✅",
};

/** Where and how a message goes out, whatever it says. */
export type SendOptions = {
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
  disable_notification?: boolean;
};

export type SendExtras = SendOptions & { reply_markup?: InlineKeyboardMarkup };

/** The text under an item; "" for none. */
export type Caption = { text: string; entities?: MessageEntity[] };

/** Topic and sound of every part of a message; the part that comes first also says what it answers. */
export function sendOptions(message: OutgoingMessage, target: Target, isFirst: boolean): SendOptions {
  return {
    ...(target.topicId && { message_thread_id: Number(target.topicId) }),
    ...(message.silent && { disable_notification: true }),
    ...(isFirst &&
      message.replyToExternalId && {
        reply_parameters: {
          message_id: Number(message.replyToExternalId),
          allow_sending_without_reply: true as const,
        },
      }),
  };
}

/** The buttons as they stand under a message; `linksAsText` leaves out those whose addresses Telegram refuses. */
export function toKeyboard(
  buttons: OutgoingButton[][] = [],
  linksAsText: boolean,
): InlineKeyboardMarkup | undefined {
  const rows = buttons
    .map((row) => row.filter((button) => !linksAsText || !isLink(button)))
    .filter((row) => row.length > 0);
  return rows.length > 0 ? { inline_keyboard: rows.map((row) => row.map(toKeyboardButton)) } : undefined;
}

/** The parts of the entities that lie in a piece of so many UTF-16 units, counted from its start. */
export function entitiesWithin(
  entities: TextEntity[] = [],
  start: number,
  size: number,
): MessageEntity[] | undefined {
  const inside = entities
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
  return inside.length > 0 ? inside : undefined;
}

function toKeyboardButton(button: OutgoingButton) {
  if ("data" in button) return { text: button.label, callback_data: button.data };
  if ("miniApp" in button) return { text: button.label, web_app: { url: button.miniApp } };
  return { text: button.label, url: button.url };
}
