import type { Readable } from "node:stream";
import type { z } from "zod";
import type { TextEntity } from "@/server/lib/text-entity";
import type { MeetingsCapability } from "@/server/providers/meetings";
import type { OutgoingCapability } from "@/server/providers/outgoing";

/** What may go out to a person or a topic, in words that every channel can put into its own. */
export type OutgoingMessage = {
  /** Plain text; the provider splits what is too long for it and escapes what looks like markup. */
  text: string;
  entities?: TextEntity[];
  /** Files, places, contacts: several that fit together go out as one album. The text is their caption. */
  media?: OutgoingMedia[];
  buttons?: OutgoingButton[][];
  replyToExternalId?: string;
  /** True for messages nobody should be woken by. */
  silent?: boolean;
};

export type FileKind =
  | "photo"
  | "document"
  | "voice"
  | "audio"
  | "video"
  | "video_note"
  | "animation"
  | "sticker";

/** A file on its way out: by the provider's own id where it came from there, else by the bytes we keep. */
export type OutgoingFile = {
  kind: FileKind;
  fileName: string;
  mimeType?: string;
  sizeBytes?: number;
  durationSeconds?: number;
  width?: number;
  height?: number;
  /** Good for the account that the message goes out by. */
  externalFileId?: string;
  /** Our file, for `OpenFile`. */
  fileId?: string;
  /** Where a person can fetch it, for a channel that cannot carry it: it then stands in a clear placeholder. */
  link?: string;
};

export type OutgoingMedia =
  | OutgoingFile
  | { kind: "location"; latitude: number; longitude: number; title?: string; address?: string }
  | { kind: "contact"; phoneNumber: string; firstName: string; lastName?: string };

/** Opens the bytes of one of our files; null when they are gone. The caller reads or destroys the stream. */
export type OpenFile = (fileId: string) => Promise<{ stream: Readable; sizeBytes: number } | null>;

/** `data` comes back to us when pressed (≤ 64 bytes); `miniApp` opens our page inside the messenger; `url` is a link. */
export type OutgoingButton = { label: string } & ({ data: string } | { miniApp: string } | { url: string });

/** How a topic looks: its icon tells the conversation's state. */
export type TopicLook = { name: string; icon: "assistant" | "waiting" | "manager" | "closed" };

/** One act of a Delivery. */
export type OutgoingAct =
  /** `alreadySent`: the provider's ids of the first pieces, when an earlier try of a long text got only so far. */
  | { type: "message"; message: OutgoingMessage; alreadySent?: string[] }
  /** `caption`: the message carries a file, and its text stands under it. A channel without `files` gets its media again. */
  | { type: "edit"; externalId: string; message: OutgoingMessage; caption?: boolean }
  /** Puts our account's one reaction on a message, or takes it away. */
  | { type: "reaction"; externalId: string; emoji: string | null }
  | { type: "look"; look: TopicLook }
  | { type: "close-topic" }
  | { type: "reopen-topic" };

/** Where an act goes: a provider's chat, and a topic inside it. */
export type Target = { chatId: string; topicId?: string };

/**
 * Why an act cannot be done, in kinds that the domain decides on; `detail` is the provider's own text. `afterMs` is the
 * pause the provider asked for, to be kept exactly; without it the domain chooses. `alreadySent`: see OutgoingAct.
 */
export type SendFailure = {
  ok: false;
  detail: string;
  alreadySent?: string[];
} & (
  | { kind: "retry"; afterMs?: number }
  | {
      kind:
        | "blocked"
        | "chat_gone"
        | "kicked"
        | "topic_gone"
        | "no_rights"
        | "not_forum"
        | "unauthorised"
        | "address_refused"
        | "refused";
    }
  | { kind: "moved"; toChatId: string }
);

/** `externalIds`: the provider's ids of the messages that were made, in order; empty for acts that make none. */
export type SendResult = { ok: true; externalIds: string[] } | SendFailure;

/** What a channel can do for people beside carrying texts, files and buttons with `data`. */
export type ChannelFeature =
  /** Groups with topics, in which managers serve. */
  | "topics"
  /** Files, places and people as messages of their own; without, they stand in the text. */
  | "files"
  /** An emoji of ours on somebody's message. */
  | "reactions"
  /** Our pages inside the messenger. */
  | "mini_app";

/** What an account may ask of its provider: so many requests a minute, of which `burst` at once after a rest. */
export type RequestPace = { perMinute: number; burst: number };

/** Talks and listens to people. */
export type ChannelCapability<Credentials> = {
  /** What it cannot do: the domain does not ask for it, and says so where people would miss it. Absent, it can do all. */
  lacks?: readonly ChannelFeature[];
  /** `key` names the act, the same however often it is tried, for providers that know doubles by a name. */
  act(
    credentials: Credentials,
    world: World,
    target: Target,
    act: OutgoingAct,
    openFile: OpenFile,
    key: string,
  ): Promise<SendResult>;
  /** Kept over all chats and processes; none where the provider says itself when it had enough. */
  pace?: RequestPace;
  createTopic(credentials: Credentials, world: World, chatId: string, look: TopicLook): Promise<SendResult>;
  /** Shows “typing…” for some seconds; a refusal or a broken connection changes nothing. */
  showTyping(credentials: Credentials, world: World, target: Target): Promise<void>;
  /** Closes the waiting state of a pressed button, with a short text if given. */
  answerButton(credentials: Credentials, world: World, pressId: string, text?: string): Promise<void>;
};

/** Why a provider's file cannot be had: too large for its API, no longer there, or not now. */
export type DownloadFailure = {
  ok: false;
  kind: "too_large" | "gone" | "retry";
  afterMs?: number;
  detail: string;
};

/** Hands out the files that people sent. */
export type FilesCapability<Credentials> = {
  /** The caller reads or destroys the stream. */
  download(
    credentials: Credentials,
    world: World,
    externalFileId: string,
    signal: AbortSignal,
  ): Promise<{ ok: true; stream: Readable; sizeBytes?: number } | DownloadFailure>;
};

/** Addresses of the provider's own places, for people who open them in its app. */
export type LinksCapability = {
  topic(chatId: string, topicId: string): string | null;
  /** As the address of a `text_link` it mentions the person, who is told of the message. */
  person(userId: string): string;
  /** The public page of somebody who has a username. */
  profile(username: string): string;
};

/** An update as the provider gave it; updates of one lane (a provider chat) are processed in order. */
export type RawUpdate = { externalId: string; lane: string; payload: object };

/** Takes updates that the provider brings to an address of ours. */
export type WebhookCapability<Credentials> = {
  /** Whether the request proves that the provider sent it; compared in constant time. */
  isAuthentic(credentials: Credentials, headers: Headers): boolean;
  /** The updates in a body; null when it is nothing that the provider sends. */
  read(body: unknown): RawUpdate[] | null;
  /** Has the provider bring nothing to `url` any more, within seconds; updates that go elsewhere by now stay as they are. */
  leave(credentials: Credentials, world: World, url: string): Promise<{ ok: true } | SendFailure>;
};

/**
 * Why an account cannot be used, as codes that the pages put into words with the fix (`Providers.<slug>.troubles.<code>`,
 * else `Resources.errors.<code>`).
 */
export type AccountTrouble =
  | "token_invalid"
  | "rights_missing"
  | "account_limited"
  | "address_refused"
  | "refused"
  | "unreachable";

/** What a live look at the account told. */
export type ProbeResult =
  | {
      ok: true;
      /**
       * `id` is what makes an account one: it is connected once only, in whatever workspace. `readsAll`: in a group it
       * reads what is not meant for it too.
       */
      account: { id: string; username?: string; name: string; readsAll?: boolean };
      warnings: { code: string; detail: string }[];
      /** Each managers' group of the settings, with what is wrong with it. */
      groups: { chatId: string; title?: string; trouble: { code: string; detail: string } | null }[];
    }
  /** `field`: the field of the form whose value is to blame. */
  | { ok: false; code: AccountTrouble; detail: string; field?: string };

/** One thing that was looked at to see whether an account works through and through; `detail` in the provider's words. */
export type HealthFinding = { code: "account" | "webhook" | "echo"; ok: boolean; detail: string };

/** Base URL of the outside world a resource talks to; one that a user typed is asked by `safeFetch` alone. */
export type World = { apiRoot: string; isTyped?: boolean };

/**
 * The contract of a provider. Providers never touch the database: they get opened credentials, return values, and
 * map payloads in pure functions. Their forms are made from the two schemas (see `form.ts`): the credentials' fields
 * are sealed and never shown again, the settings' are plain.
 */
export type Provider<Credentials = never, Settings = never> = {
  slug: string;
  credentialsSchema: z.ZodType<Credentials>;
  settingsSchema: z.ZodType<Settings>;
  /** `override`: an address over all, the operator's own or one of the settings; without `simulator` no stand-in is offered. */
  apiRoots: {
    service: string;
    simulator?: (simulatorUrl: string) => string;
    override?: (settings: Settings) => World | undefined;
  };
  /** A live look, which changes nothing at the provider. */
  probe(credentials: Credentials, world: World, settings: Settings): Promise<ProbeResult>;
  /** Its resources are listened to, by bots/<slug>/listen.ts. */
  channel?: ChannelCapability<Credentials>;
  /** A closer look than `probe`, which may take some seconds and write something that it takes away again. */
  health?(credentials: Credentials, world: World, settings: Settings): Promise<HealthFinding[]>;
  files?: FilesCapability<Credentials>;
  links?: LinksCapability;
  webhook?: WebhookCapability<Credentials>;
  meetings?: MeetingsCapability<Credentials>;
  outgoing?: OutgoingCapability<Credentials, Settings>;
};
