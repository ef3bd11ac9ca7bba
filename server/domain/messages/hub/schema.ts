import { z } from "zod";
import type { AttachmentView } from "@/server/domain/files/schema";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

export const CONTACT_ROLES = [
  "admin",
  "director",
  "manager",
  "broadcast_bot",
  "assistant_bot",
  "client",
] as const;
export type ContactRoleName = (typeof CONTACT_ROLES)[number];

export const INTENTS = [
  "question",
  "order",
  "complaint",
  "interest",
  "confirmation",
  "broadcast",
  "other",
] as const;
export type IntentName = (typeof INTENTS)[number];

export const SENTIMENTS = ["positive", "neutral", "negative"] as const;
export type SentimentName = (typeof SENTIMENTS)[number];

/** Which of a workspace's messages to read; everything given must hold. Ids are ours, moments ISO 8601 with zone. */
export const hubFilter = z.object({
  /** Words as people type them: any form of them, the last one perhaps unfinished, small slips allowed. */
  q: z.string().trim().max(200).optional(),
  chatIds: z.array(id).max(50).optional(),
  /** Of the chats of this resource. */
  resourceId: id.optional(),
  /** Said by the whole person that the contact belongs to. */
  contactId: id.optional(),
  conversationId: id.optional(),
  roles: z.array(z.enum(CONTACT_ROLES)).optional(),
  intents: z.array(z.enum(INTENTS)).optional(),
  sentiments: z.array(z.enum(SENTIMENTS)).optional(),
  /** True: only analysed ones that have an intent; false: only those without. */
  hasIntent: z.boolean().optional(),
  urgent: z.boolean().optional(),
  hasFile: z.boolean().optional(),
  excludeAutomatic: z.boolean().optional(),
  clientsOnly: z.boolean().optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export type HubFilter = z.infer<typeof hubFilter>;

/** Newest first. `cursor` is a page's `nextCursor`; `offset` is for older clients and skips from the beginning. */
export const hubPage = z.object({
  limit: z.number().int().min(1).max(1000).default(50),
  cursor: z.string().max(200).optional(),
  offset: z.number().int().min(0).max(100_000).optional(),
});
export type HubPage = z.infer<typeof hubPage>;

/** A message of any chat as the hub shows it. Moments are ISO 8601 with zone. */
export type HubMessageView = {
  id: number;
  chat: {
    id: number;
    /** The provider's id. */
    externalId: string;
    resourceId: number;
    provider: string;
    type: "private" | "group" | "supergroup" | "channel";
    title: string;
  };
  /** Null for the assistant, members who wrote in the browser, and notices. */
  contact: {
    id: number;
    externalId: string;
    username: string | null;
    firstName: string;
    lastName: string | null;
    isBot: boolean;
  } | null;
  author: "contact" | "assistant" | "member" | "system";
  /** Shown name of whoever said it. */
  authorName: string;
  role: ContactRoleName;
  type: string;
  text: string;
  transcript: string | null;
  /** With a search: the part of the text or transcript around what was found, and the found words' places in it. */
  snippet: { text: string; marks: [start: number, end: number][] } | null;
  isAutomatic: boolean;
  isForwarded: boolean;
  forwardedFrom: string | null;
  hasFile: boolean;
  albumId: string | null;
  attachments: AttachmentView[];
  isReply: boolean;
  replyToId: number | null;
  conversationId: number | null;
  intent: IntentName | null;
  intentConfidence: number | null;
  sentiment: SentimentName | null;
  urgent: boolean;
  sentAt: string;
  editedAt: string | null;
  deletedAt: string | null;
};

export type HubResults = {
  messages: HubMessageView[];
  /** Exact up to 10,000. */
  total: number;
  totalIsLowerBound: boolean;
  nextCursor: string | null;
};
