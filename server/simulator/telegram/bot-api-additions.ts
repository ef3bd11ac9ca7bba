interface Field {
  name: string;
  types: string[];
  required: boolean;
  const?: string;
}

const optional = (name: string, ...types: string[]): Field => ({ name, types, required: false });
const required = (name: string, ...types: string[]): Field => ({ name, types, required: true });

const EPHEMERAL_TARGET = [
  required("chat_id", "Integer", "String"),
  required("receiver_user_id", "Integer"),
  required("ephemeral_message_id", "Integer"),
];
const EPHEMERAL_SENDERS = [
  "sendMessage",
  "sendRichMessage",
  "sendPhoto",
  "sendLivePhoto",
  "sendAudio",
  "sendDocument",
  "sendVideo",
  "sendAnimation",
  "sendVoice",
  "sendVideoNote",
  "sendLocation",
  "sendVenue",
  "sendContact",
  "sendSticker",
];

/** Parameters of existing methods that Bot API 10.2 added to 10.1 (source: grammY 1.46's types). */
export const METHOD_ADDITIONS: Record<string, Field[]> = {
  ...Object.fromEntries(
    EPHEMERAL_SENDERS.map((method) => [
      method,
      [optional("ephemeral_message_parameters", "EphemeralMessageParameters")],
    ]),
  ),
  sendMessageDraft: [optional("can_stop", "Boolean"), optional("keep_on_stop", "Boolean")],
  sendRichMessageDraft: [optional("can_stop", "Boolean"), optional("keep_on_stop", "Boolean")],
  promoteChatMember: [optional("can_send_welcome_messages", "Boolean")],
};

/** Methods that 10.2 added. */
export const NEW_METHODS: Record<string, Field[]> = {
  editEphemeralMessageText: [
    ...EPHEMERAL_TARGET,
    optional("text", "String"),
    optional("parse_mode", "String"),
    optional("entities", "Array of MessageEntity"),
    optional("link_preview_options", "LinkPreviewOptions"),
    optional("rich_message", "InputRichMessage"),
    optional("reply_markup", "InlineKeyboardMarkup"),
  ],
  editEphemeralMessageMedia: [
    ...EPHEMERAL_TARGET,
    required("media", "InputMedia"),
    optional("reply_markup", "InlineKeyboardMarkup"),
  ],
  editEphemeralMessageCaption: [
    ...EPHEMERAL_TARGET,
    optional("caption", "String"),
    optional("show_caption_above_media", "Boolean"),
    optional("parse_mode", "String"),
    optional("caption_entities", "Array of MessageEntity"),
    optional("reply_markup", "InlineKeyboardMarkup"),
  ],
  editEphemeralMessageReplyMarkup: [...EPHEMERAL_TARGET, optional("reply_markup", "InlineKeyboardMarkup")],
  deleteEphemeralMessage: EPHEMERAL_TARGET,
};

/** Fields of existing types, and new types, that 10.2 added. `Anything` is not looked into. */
export const TYPE_ADDITIONS: Record<string, Field[]> = {
  EphemeralMessageParameters: [
    required("receiver_user_id", "Integer"),
    optional("callback_query_id", "String"),
    optional("replace_callback_query_message", "Boolean"),
  ],
  DisabledButton: [],
  InlineKeyboardMarkup: [optional("force_reply", "Boolean")],
  ReplyKeyboardMarkup: [optional("force_reply", "Boolean")],
  InlineKeyboardButton: [optional("disabled", "DisabledButton")],
  ReplyParameters: [optional("ephemeral_message_id", "Integer")],
  BotCommand: [optional("is_ephemeral", "Boolean")],
  ChatAdministratorRights: [optional("can_send_welcome_messages", "Boolean")],
  InputRichMessage: [optional("blocks", "Array of Anything"), optional("media", "Array of Anything")],
};
