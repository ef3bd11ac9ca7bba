import type {
  CustomerChatView,
  CustomerConversationView,
  CustomerEvent,
  CustomerMessageView,
} from "@/server/domain/conversations/schema";
import type { UploadedFileView } from "@/server/domain/files/schema";

/** A file of a message on its way: as much of it as a reload can keep. */
export type PendingFile = {
  /** Of the upload, which this page alone knows. */
  key: string;
  /** Null while it is not uploaded. */
  fileId: string | null;
  kind: UploadedFileView["kind"];
  name: string;
  sizeBytes: number;
};

/** A message written here that the server has not confirmed yet. */
export type PendingMessage = {
  clientId: string;
  text: string;
  /** ISO 8601. */
  createdAt: string;
  files: PendingFile[];
  replyTo: CustomerMessageView["replyTo"];
  /** `waiting`: written too fast, goes by itself. `refused` will never go through as it stands; `failed` may, when tried again. */
  status: "sending" | "waiting" | "failed" | "refused";
};

/** The answer being written: verified sentences so far. `key` stays the list's key when the message replaces it. */
export type Draft = { key: string; conversationId: number; text: string };

export type ChatState = {
  companyName: string;
  /** The newest conversation, open or closed. */
  conversation: CustomerConversationView | null;
  /** Ordered by conversation, then by place in it; no doubles. */
  messages: CustomerMessageView[];
  /** In the order they were written. */
  pending: PendingMessage[];
  hasOlder: boolean;
  older: "idle" | "loading" | "failed";
  typing: "assistant" | "manager" | null;
  draft: Draft | null;
  /** Messages that took over a draft keep its key, so that the bubble is not drawn anew. */
  draftKeys: Record<number, string>;
  connection: "connecting" | "live" | "offline";
};

export type ChatAction =
  | { type: "opened"; chat: CustomerChatView }
  | { type: "event"; event: CustomerEvent }
  | { type: "confirmed"; message: CustomerMessageView }
  | { type: "conversation"; conversation: CustomerConversationView | null }
  | { type: "queued"; messages: PendingMessage[] }
  | { type: "pendingStatus"; clientId: string; status: PendingMessage["status"] }
  | { type: "pendingFiles"; clientId: string; files: PendingFile[] }
  | { type: "discarded"; clientId: string }
  | { type: "olderStarted" }
  | { type: "olderLoaded"; messages: CustomerMessageView[]; hasOlder: boolean }
  | { type: "olderFailed" }
  | { type: "typingEnded" }
  | { type: "connection"; connection: ChatState["connection"] };

export const emptyChatState: ChatState = {
  companyName: "",
  conversation: null,
  messages: [],
  pending: [],
  hasOlder: false,
  older: "idle",
  typing: null,
  draft: null,
  draftKeys: {},
  connection: "connecting",
};
