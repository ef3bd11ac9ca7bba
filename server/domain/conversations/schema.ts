import { z } from "zod";
import { type AttachmentView, MAX_FILES_PER_MESSAGE } from "@/server/domain/files/schema";
import type { TextEntity } from "@/server/lib/text-entity";

/** Longest message a customer may send in one piece, in UTF-16 units. */
export const MAX_MESSAGE_LENGTH = 8000;

/** A row's id or number in the database, a 32-bit column. */
const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** A message needs a text or a file; both together are one message. */
export const sendMessageInput = z
  .object({
    /** The sender's own id: the same twice is one message. Postgres could not keep control characters such as NUL. */
    clientId: z
      .string()
      .min(1)
      .max(64)
      .regex(/^\P{Cc}+$/u),
    text: z
      .string()
      // Postgres cannot store NUL, and no reader could see it.
      .transform((text) => text.replaceAll("\u0000", "").trim())
      .pipe(z.string().max(MAX_MESSAGE_LENGTH))
      .default(""),
    /** Files uploaded before by the same customer, see POST /api/files. */
    fileIds: z.array(z.uuid()).max(MAX_FILES_PER_MESSAGE).default([]),
    /** The message this one answers. */
    replyToId: id.optional(),
  })
  .refine(({ text, fileIds }) => text !== "" || fileIds.length > 0, {
    path: ["text"],
    message: "Write something or attach a file.",
  });

export const editMessageInput = z.object({
  messageId: id,
  text: z
    .string()
    .transform((text) => text.replaceAll("\u0000", "").trim())
    .pipe(z.string().min(1).max(MAX_MESSAGE_LENGTH)),
});
export type EditMessageInput = z.infer<typeof editMessageInput>;

/** What the Mini App offers as reactions; all of them are allowed to Telegram's bots. */
export const REACTIONS = ["👍", "❤", "🔥", "🙏", "😁", "🤔", "👎"] as const;

export const reactInput = z.object({
  messageId: id,
  /** Null takes the reaction away. */
  emoji: z
    .string()
    .refine((emoji) => REACTIONS.some((allowed) => allowed === emoji))
    .nullable(),
});

export const retryDeliveryInput = z.object({ messageId: id });

export const answerOfferInput = z.object({ accept: z.boolean() });
export type AnswerOfferInput = z.infer<typeof answerOfferInput>;

export const rateConversationInput = z.object({
  conversationId: id,
  rating: z.number().int().min(1).max(5),
});
export type RateConversationInput = z.infer<typeof rateConversationInput>;

export const markReadInput = z.object({
  conversationId: id,
  seq: z.number().int().min(0),
});
export type MarkReadInput = z.infer<typeof markReadInput>;

export const historyInput = z.object({
  /** Messages older than this id; left out, the newest. */
  beforeId: id.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type HistoryInput = z.infer<typeof historyInput>;

export type ConversationStateName = "assistant" | "waiting" | "manager" | "closed";

/** How a customer's own message fared: stored by us, read by the assistant or a manager, or not deliverable. */
export type MessageStatus = "sent" | "delivered" | "read" | "failed";

export type CitationView = { number: number; sourceTitle: string; heading: string; quote: string };

/** A message as the customer sees it. Times are ISO 8601 with zone. */
export type CustomerMessageView = {
  id: number;
  conversationId: number;
  seq: number;
  author: "customer" | "assistant" | "manager" | "system";
  kind: "text" | "offer" | "notice";
  /** Given name of the manager who wrote it. */
  authorName: string | null;
  text: string;
  entities: TextEntity[];
  attachments: AttachmentView[];
  reactions: { by: "customer" | "staff"; emoji: string }[];
  clientId: string | null;
  replyTo: { id: number; author: string; text: string } | null;
  citations: CitationView[];
  createdAt: string;
  editedAt: string | null;
  deleted: boolean;
  status: MessageStatus | null;
  /** Why `failed`, as a code of DeliveryFailure; a retry is possible then. */
  failure: DeliveryFailure | null;
};

/** Why a message did not arrive, in kinds that a page puts into words. */
export type DeliveryFailure = "blocked" | "unreachable" | "refused" | "unknown";

/** The conversation as the customer sees it. */
export type CustomerConversationView = {
  id: number;
  state: ConversationStateName;
  offer: "none" | "open" | "accepted" | "declined";
  rating: number | null;
  lastSeq: number;
  /** Up to this seq staff or the assistant has read the customer's messages. */
  staffReadSeq: number;
  customerReadSeq: number;
  openedAt: string;
  closedAt: string | null;
};

/** Answer of POST /api/chat/session. */
export type CustomerSessionView = { token: string; expiresAt: string; conversationId: number | null };

/** Everything the chat page needs to draw itself. */
export type CustomerChatView = {
  companyName: string;
  language: string;
  conversation: CustomerConversationView | null;
  messages: CustomerMessageView[];
  hasOlder: boolean;
  /** Position in the change log to subscribe from; opaque. */
  cursor: string;
};

/** One event of the customer's stream. `typing` and `draft` are passing hints, the others are rows. */
export type CustomerEvent =
  | { type: "message"; message: CustomerMessageView }
  | { type: "conversation"; conversation: CustomerConversationView }
  | { type: "typing"; author: "assistant" | "manager" }
  /** A verified sentence of the answer being written; `text` is the whole draft so far, "" withdraws it. */
  | { type: "draft"; conversationId: number; text: string };
