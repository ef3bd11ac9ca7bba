/** The parts of Telegram's objects that the simulator itself reads; everything else travels untouched. */
export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  is_premium?: true;
}

export interface Chat {
  id: number;
  type: "private" | "group" | "supergroup" | "channel";
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  user?: User;
}

export interface Button {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
  [field: string]: unknown;
}

export interface ReplyMarkup {
  inline_keyboard?: Button[][];
  keyboard?: (Button | string)[][];
  [field: string]: unknown;
}

export interface Message {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  sender_chat?: Chat;
  message_thread_id?: number;
  is_topic_message?: true;
  edit_date?: number;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  reply_to_message?: Message;
  reply_markup?: ReplyMarkup;
  media_group_id?: string;
  [field: string]: unknown;
}

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}
