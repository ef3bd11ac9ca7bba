import { emptyKchatLive, type KchatLive } from "../kchat/kchat-live";
import type { KchatState } from "../kchat/kchat-state";
import type { ZoomAccount } from "../zoom/zoom-state";
import { type Settings, settingsSchema } from "./settings";
import type { Chat, Message, Update, User } from "./telegram-objects";

interface Webhook {
  url: string;
  secretToken?: string;
  maxConnections: number;
  lastErrorAt?: number;
  lastErrorMessage?: string;
}

export interface Bot {
  user: User;
  token: string;
  /** False = Telegram's privacy mode: without admin rights the bot reads commands and replies only. */
  readsAllMessages: boolean;
  queue: { update: Update; at: number }[];
  nextUpdateId: number;
  nextMessageId: number;
  allowedUpdates: string[];
  webhook: Webhook | null;
  commands: Record<string, unknown[]>;
  menuButtons: Record<string, unknown>;
}

export type MemberStatus = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

export interface Member {
  userId: number;
  status: MemberStatus;
  rights: Record<string, boolean>;
}

export interface Topic {
  id: number;
  name: string;
  iconColor: number;
  iconCustomEmojiId?: string;
  closed: boolean;
  creatorId: number;
}

/** A place where messages stand: a group, or one person's private chat with one bot. */
export interface Room {
  key: string;
  chat: Chat;
  botId: number | null;
  started: boolean;
  blocked: boolean;
  messages: Map<number, Message>;
  nextMessageId: number;
  members: Map<number, Member>;
  topics: Map<number, Topic>;
  pinned: number[];
  migratedTo: number | null;
}

export interface StoredFile {
  id: string;
  uniqueId: string;
  path: string;
  size: number;
  mime: string;
  name: string;
}

interface CallbackQuery {
  id: string;
  botId: number;
  at: number;
  answered: boolean;
}

export interface Fault {
  bot?: number;
  method: string;
  errorCode?: number;
  description?: string;
  retryAfter?: number;
  delayMs?: number;
  /** The call is not carried out and gets no answer. */
  dropConnection?: boolean;
  /** The call is carried out, but its answer is lost. */
  dropAnswer?: boolean;
  times: number;
}

export interface RecordedCall {
  at: number;
  bot: number | null;
  method: string;
  parameters: unknown;
  ok: boolean;
  errorCode?: number;
  description?: string;
}

export interface WorldEvent {
  type:
    | "message"
    | "edit"
    | "delete"
    | "topic"
    | "chat"
    | "callback-answer"
    | "chat-action"
    | "reaction"
    | "kchat"
    | "world";
  bot?: number | null;
  chat?: number;
  topic?: number | null;
  [detail: string]: unknown;
}

/** Everything that survives a restart. */
export interface WorldState {
  settings: Settings;
  bots: Map<number, Bot>;
  users: Map<number, User & { deactivated?: boolean }>;
  rooms: Map<string, Room>;
  files: Map<string, StoredFile>;
  nextGroupId: number;
  /** Zoom's companies by account id; absent in a world saved before there were any. */
  zoom?: Map<string, ZoomAccount>;
  /** Absent in a world saved before there was KChat. */
  kchat?: KchatState;
}

export interface World {
  state: WorldState;
  botsByToken: Map<string, Bot>;
  faults: Fault[];
  calls: RecordedCall[];
  callbacks: Map<string, CallbackQuery>;
  callbackWaiters: Map<string, (answer: unknown) => void>;
  /** Waiting getUpdates calls by bot id. */
  pollers: Map<number, { wake(): void; conflict(description: string): void }>;
  /** When a bot's last poll began or was answered, ms since 1970. */
  polledAt: Map<number, number>;
  webhookRunners: Set<number>;
  floods: Map<string, number[]>;
  fileBytes: Map<string, Uint8Array>;
  filesFolder: string | null;
  listeners: Set<(event: WorldEvent) => void>;
  kchat: KchatLive;
  closing: AbortController;
}

/** The state of a world in which nobody lives yet. */
export function emptyState(strict: boolean): WorldState {
  return {
    settings: settingsSchema.parse({ strict }),
    bots: new Map(),
    users: new Map(),
    rooms: new Map(),
    files: new Map(),
    nextGroupId: 1,
  };
}

/** Wraps `state` with what lives only while the process does; `filesFolder` null keeps files in memory. */
export function createWorld(state: WorldState, filesFolder: string | null): World {
  return {
    state,
    botsByToken: new Map([...state.bots.values()].map((bot) => [bot.token, bot])),
    faults: [],
    calls: [],
    callbacks: new Map(),
    callbackWaiters: new Map(),
    pollers: new Map(),
    polledAt: new Map(),
    webhookRunners: new Set(),
    floods: new Map(),
    fileBytes: new Map(),
    filesFolder,
    listeners: new Set(),
    kchat: emptyKchatLive(),
    closing: new AbortController(),
  };
}

/** Tells every listener (event stream, persistence) what changed. */
export function emit(world: World, event: WorldEvent): void {
  for (const listener of world.listeners) listener(event);
}

/** Now, in Telegram's unit: whole seconds since 1970. */
export function unixTime(): number {
  return Math.floor(Date.now() / 1000);
}
