import { z } from "zod";
import type { World } from "../world/world";
import type { KchatId } from "./kchat-json";

export const PUBLIC_WORKSPACE = "-1";
/** Who writes what nobody said: “… was added to the group”. */
export const SYSTEM_SENDER = "-100";

export interface KchatUser {
  id: KchatId;
  firstName: string;
  lastName?: string;
  middleName?: string;
  email?: string;
  phone?: string;
}

export interface KchatBot {
  id: KchatId;
  name: string;
  token: string;
  expired: boolean;
}

export interface KchatButton {
  id: string | number;
  label: string;
  callbackMessage?: string;
  callbackData?: string;
  type?: "action";
}

export interface ButtonsMarkup {
  inlineMessageButtons?: KchatButton[];
  gridMessageButtons?: KchatButton[][];
}

export interface KchatFile {
  fileName: string;
  length: number;
  mimeType: string;
  resourceRef?: unknown;
}

export interface KchatMessage {
  id: KchatId;
  groupId: KchatId;
  senderId: KchatId;
  senderType: "USER" | "BOT" | "SYSTEM";
  /** ms since 1970. */
  date: number;
  message: string;
  entities: object[];
  replyMsgId?: KchatId;
  metadata?: {
    type: "SELECTED_BUTTON";
    selectedButton: { id: string | number; callbackData?: string };
  };
  buttonsMarkup?: ButtonsMarkup;
  file?: KchatFile;
  edited?: boolean;
}

/** A place where messages stand; private chats are groups too, and so is what the platform writes to a bot. */
export interface KchatGroup {
  workspaceId: KchatId;
  id: KchatId;
  type: "P2P" | "GROUP" | "SYSTEM";
  title?: string;
  members: KchatId[];
  messages: Map<KchatId, KchatMessage>;
  /** The newest message that each bot has confirmed. */
  seen: Map<KchatId, KchatId>;
}

export const kchatSettingsSchema = z.strictObject({
  requestLimit: z
    .strictObject({
      enabled: z.boolean().default(true),
      perMinute: z.number().int().positive().default(60),
    })
    .prefault({}),
  /** Whether the same `clientRandomId` in a chat is one message; nobody knows, so by default it is not. */
  deduplicates: z.boolean().default(false),
  /** How events carry their payload; both were seen. */
  payloads: z.enum(["object", "string", "mixed"]).default("mixed"),
  echoOwnMessages: z.boolean().default(true),
  pingMs: z.number().int().positive().default(15_000),
});

export type KchatSettings = z.infer<typeof kchatSettingsSchema>;

export interface KchatState {
  settings: KchatSettings;
  bots: Map<KchatId, KchatBot>;
  users: Map<KchatId, KchatUser>;
  groups: Map<KchatId, KchatGroup>;
  lastId: KchatId;
  /** Message ids by chat and `clientRandomId`. */
  sent: Map<string, KchatId>;
}

/** The KChat of a world; one saved before there was any is empty. */
export function kchatState({ state }: World): KchatState {
  state.kchat ??= {
    settings: kchatSettingsSchema.parse({}),
    bots: new Map(),
    users: new Map(),
    groups: new Map(),
    lastId: "0",
    sent: new Map(),
  };
  return state.kchat;
}

/** The next id: always growing, and beyond what a double can hold. */
export function nextKchatId(world: World): KchatId {
  const kchat = kchatState(world);
  const now = BigInt(Date.now()) << 20n;
  const after = BigInt(kchat.lastId) + 1n;
  kchat.lastId = String(now > after ? now : after);
  return kchat.lastId;
}
