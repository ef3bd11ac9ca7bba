import { z } from "zod";
import {
  type CitationView,
  type ConversationStateName,
  type DeliveryFailure,
  markReadInput,
  sendMessageInput,
} from "@/server/domain/conversations/schema";
import type { AttachmentKindName, AttachmentView } from "@/server/domain/files/schema";
import type { TextEntity } from "@/server/lib/text-entity";

const id = markReadInput.shape.conversationId;
/** The reader's language. */
const locale = z.enum(["en", "ru"]);

export const INBOX_STATES = ["waiting", "manager", "assistant", "closed", "all"] as const;
export type InboxState = (typeof INBOX_STATES)[number];

/** Those who wait longest first; else the newest message first. `search` matches names and what was written. */
export const listInboxInput = z.object({
  state: z.enum(INBOX_STATES),
  search: z.string().trim().max(100).default(""),
  /** `next` of the page before. */
  cursor: z.object({ at: z.iso.datetime({ offset: true }), id }).nullish(),
  limit: z.number().int().min(1).max(100).default(30),
  locale,
});
export type ListInboxInput = z.infer<typeof listInboxInput>;

export const threadInput = z.object({ conversationId: id, locale });
export const threadMessagesInput = z.object({
  conversationId: id,
  /** Messages with a smaller number; left out, the newest. */
  cursor: z.number().int().positive().nullish(),
  limit: z.number().int().min(1).max(100).default(50),
  locale,
});
export type ThreadMessagesInput = z.infer<typeof threadMessagesInput>;

export const conversationTargetInput = z.object({ conversationId: id });
export const replyInput = sendMessageInput.safeExtend({
  conversationId: id,
  /** The last message that stood before the member's eyes. */
  seenSeq: z.number().int().min(0),
  locale,
});
export type ReplyInput = Omit<z.infer<typeof replyInput>, "locale">;
export const noteInput = sendMessageInput.safeExtend({
  conversationId: id,
  text: sendMessageInput.shape.text.unwrap().pipe(z.string().min(1)),
  locale,
});
export const staffRetryInput = z.object({ messageId: id });
export const watchInboxInput = z.object({
  cursor: z.string().max(100),
  lastEventId: z.string().max(100).nullish(),
  locale,
});

/** Beginning of the last message, in the reader's language where it is ours; `kinds` are its attachments'. */
export type MessagePreview = {
  author: "customer" | "assistant" | "manager" | "system";
  kind: "text" | "offer" | "notice" | "note";
  text: string;
  kinds: AttachmentKindName[];
};

/** A conversation in the list. Times are ISO 8601 with zone. */
export type InboxRow = {
  id: number;
  revision: number;
  state: ConversationStateName;
  contactName: string;
  resourceName: string;
  /** The messenger the customer writes by; without a Mini App they read only what is delivered there. */
  channel: { name: string; hasMiniApp: boolean };
  preview: MessagePreview | null;
  lastMessageAt: string;
  lastSeq: number;
  /** Since when the customer waits for a person; null while nobody has to answer. */
  waitingSince: string | null;
  /** Complaints and emergencies. */
  isUrgent: boolean;
  /** The customer's messages that no member has seen, at most 99. */
  unread: number;
  /** Who leads it: a member, or a manager in the topic. */
  manager: { name: string; isMe: boolean } | null;
  /** The customer's last read message of ours. */
  customerReadSeq: number;
  staffReadSeq: number;
  rating: number | null;
};

/** `next`: where the next page begins; null on the last one. */
export type InboxPage = { rows: InboxRow[]; next: { at: string; id: number } | null };

/** How many conversations stand in each state that is not the end; `unread` of those that people lead. */
export type InboxCounts = Record<Exclude<InboxState, "all" | "closed">, number> & { unread: number };

/** A message as staff see it. */
export type StaffMessageView = {
  id: number;
  conversationId: number;
  seq: number;
  author: "customer" | "assistant" | "manager" | "system";
  kind: "text" | "offer" | "notice" | "note";
  authorName: string | null;
  /** In the reader's language where it is one of our own texts. */
  text: string;
  entities: TextEntity[];
  attachments: AttachmentView[];
  reactions: { by: "customer" | "staff"; emoji: string }[];
  /** The page's own id of the message, for its writer only. */
  clientId: string | null;
  replyTo: { id: number; author: string; authorName: string | null; text: string; kinds: string[] } | null;
  citations: CitationView[];
  origin: "mini_app" | "bot" | "topic" | "browser" | "api" | "assistant" | "system";
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  /** Of messages to the customer: how the bot's delivery fares; `stored` where the customer's page shows it itself. */
  delivery: "stored" | "sending" | "delivered" | "failed" | null;
  failure: DeliveryFailure | null;
};

export type ThreadPage = { messages: StaffMessageView[]; hasOlder: boolean };

/** Everything beside the messages of a conversation. */
export type ThreadView = {
  row: InboxRow;
  contact: {
    id: number;
    name: string;
    username: string | null;
    /** Address of their public page at the messenger. */
    page: string | null;
    externalId: string;
    language: string;
    firstSeenAt: string;
    lastSeenAt: string;
    /** Start parameter of the deep link they came by first. */
    leadSource: string | null;
    blocked: boolean;
  };
  /** The bot it came by. */
  resource: { name: string; username: string | null };
  openedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  /** Why a person is needed, in words. */
  handoffReason: string | null;
  summary: string | null;
  earlier: { id: number; openedAt: string; state: ConversationStateName; rating: number | null }[];
  earlierCount: number;
};

/** One event of the inbox's stream; after `reset` everything has to be read anew. */
export type InboxEvent =
  | { type: "conversation"; row: InboxRow; messages: StaffMessageView[] }
  | { type: "reset" };
