/** A person of the demo's cast, as config/demo.json names them. */
export type CastPerson = {
  id: number;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode: string;
};

/** Who can be played on the page; `role` is a contact role, or `stranger` for a member of the group without any. */
export type Cast = {
  botId: number;
  botName: string;
  groupId: number;
  groupTitle: string;
  customers: CastPerson[];
  staff: (CastPerson & { role: string })[];
};

/** The parts of Telegram's objects that the page draws; see docs/simulator.md for where they come from. */
export type TelegramUser = { id: number; is_bot: boolean; first_name: string; last_name?: string };

export type TelegramEntity = { type: string; offset: number; length: number; url?: string };

export type TelegramButton = {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
};

type TelegramFile = { file_id: string; file_name?: string; mime_type?: string; file_size?: number };

export type TelegramMessage = {
  message_id: number;
  /** Seconds since 1970. */
  date: number;
  edit_date?: number;
  from?: TelegramUser;
  sender_chat?: { id: number };
  message_thread_id?: number;
  is_topic_message?: true;
  text?: string;
  entities?: TelegramEntity[];
  caption?: string;
  caption_entities?: TelegramEntity[];
  reply_to_message?: TelegramMessage;
  reply_markup?: { inline_keyboard?: TelegramButton[][] };
  photo?: (TelegramFile & { width: number; height: number })[];
  document?: TelegramFile;
  voice?: TelegramFile;
  audio?: TelegramFile;
  video?: TelegramFile;
  video_note?: TelegramFile;
  animation?: TelegramFile;
  sticker?: TelegramFile & { emoji?: string };
  location?: { latitude: number; longitude: number };
  contact?: { phone_number: string; first_name: string };
  forum_topic_created?: { name: string };
  forum_topic_edited?: { name?: string };
  forum_topic_closed?: object;
  forum_topic_reopened?: object;
  new_chat_members?: TelegramUser[];
  left_chat_member?: TelegramUser;
};

export type SimulatedTopic = { id: number; name: string; iconCustomEmojiId?: string; closed: boolean };

type SimulatedBot = {
  id: number;
  polling: boolean;
  webhook: string | null;
  menuButtons: Record<string, unknown>;
};

type SimulatedMember = { user: TelegramUser; status: string; rights?: Record<string, boolean> };

type SimulatedChat = {
  id: number;
  bot: number | null;
  blocked: boolean;
  migratedTo: number | null;
  members: SimulatedMember[];
  topics: SimulatedTopic[];
};

/** Answer of `GET /control/world`. */
export type SimulatedWorld = { bots: SimulatedBot[]; chats: SimulatedChat[] };

/** One event of `GET /control/events`. */
export type SimulatorEvent = { bot?: number | null; chat?: number; topic?: number | null } & (
  | { type: "message" | "edit"; message: TelegramMessage }
  | { type: "delete"; messageId: number }
  | { type: "topic"; change: string; object: SimulatedTopic }
  | { type: "chat-action"; action: string }
  | { type: "chat" | "world" | "callback-answer" | "reaction" }
);
