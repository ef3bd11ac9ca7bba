/** A person of the demo's KChat; ids are 64-bit numbers as text. */
export type KchatPerson = {
  id: string;
  /** Their private chat with the bot. */
  chat: string;
  isOrganiser: boolean;
  firstName: string;
  lastName: string;
  middleName: string;
  email: string;
  phone: string;
};

/** Who and what config/demo-kchat.json names. */
export type KchatCast = {
  bot: { id: string; name: string };
  group: { id: string; title: string };
  people: KchatPerson[];
};

export type KchatButton = { id: string | number; label: string };

type Span = { offset: number; length: number };

/** One kind of formatting with its place in the text, in UTF-16 units. */
export type KchatEntity = Record<string, Span & { url?: string }>;

export type KchatMessage = {
  id: string;
  groupId: string;
  senderId: string;
  senderType: "USER" | "BOT" | "SYSTEM";
  /** ms since 1970. */
  date: number;
  message: string;
  entities: KchatEntity[];
  replyMsgId?: string;
  metadata?: { type: string };
  buttonsMarkup?: { inlineMessageButtons?: KchatButton[]; gridMessageButtons?: KchatButton[][] };
  file?: { fileName: string };
  edited?: boolean;
};

/** The parts of `GET /control/kchat/world` that the page looks at. */
export type KchatWorld = {
  bots: { id: string; connected: boolean; expired: boolean }[];
  groups: { id: string }[];
};

/** One event of `GET /control/events` that is KChat's. */
export type KchatEvent = { type: "kchat"; group?: string } & (
  | { what: "message" | "edit"; group: string; message: KchatMessage }
  | { what: "delete"; group: string; messageIds: string[] }
  | { what: "typing"; group: string }
  | { what: "world" | "seen" | "pressed" }
);
