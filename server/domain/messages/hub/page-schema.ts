import { z } from "zod";
import type {
  ContactRoleName,
  HubMessageView,
  IntentName,
  SentimentName,
} from "@/server/domain/messages/hub/schema";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** Chats with the newest words first; `cursor` is how many a reader has. */
export const listHubChatsInput = z.object({
  search: z.string().trim().max(100).default(""),
  /** Those that the hub leaves alone, in place of the others. */
  ignored: z.boolean().default(false),
  cursor: z.number().int().min(0).max(100_000).default(0),
});
export type ListHubChatsInput = z.infer<typeof listHubChatsInput>;

/** A chat as the list shows it. Moments are ISO 8601 with zone. */
export type HubChatRow = {
  id: number;
  title: string;
  type: HubMessageView["chat"]["type"];
  provider: string;
  /** People the hub has seen there and who have not left. */
  members: number;
  /** Messages of the last seven days; 1,000 stands for that many or more. */
  recent: number;
  /** Of them, those that are urgent. */
  urgent: number;
  last: {
    author: HubMessageView["author"];
    authorName: string;
    text: string;
    type: string;
    sentAt: string;
  } | null;
  ignored: boolean;
  botLeft: boolean;
};
export type HubChatsPage = { chats: HubChatRow[]; next: number | null };

/** Messages of a chat: those before or after one, else those `around` one, else the newest. */
export const hubChatInput = z.object({
  chatId: id,
  around: id.optional(),
  cursor: z.union([z.object({ before: id }), z.object({ after: id })]).nullish(),
});
export type HubChatInput = z.infer<typeof hubChatInput>;

/** What a reply answers to, as far as its quote shows it. */
export type HubQuote = {
  id: number;
  author: HubMessageView["author"];
  authorName: string;
  text: string;
  type: string;
};

export type HubChatMessage = HubMessageView & { replyTo: HubQuote | null };

/** Oldest first. */
export type HubChatPage = { messages: HubChatMessage[]; hasOlder: boolean; hasNewer: boolean };

export const findHubPeopleInput = z.object({ search: z.string().trim().max(100).default("") });
export const hubChatInfoInput = z.object({ chatId: id });
export const hubMessageInput = z.object({ messageId: id });
export const hubContactInput = z.object({ contactId: id });
export const ignoreChatInput = z.object({ chatId: id, ignored: z.boolean() });

/** A message with how it was understood and what came of it. */
export type HubMessageDetail = {
  message: HubChatMessage;
  chat: HubChatRow;
  analysis: {
    intent: IntentName;
    confidence: number;
    sentiment: SentimentName;
    entities: Record<string, string[]>;
    urgent: boolean;
    urgentWhy: string | null;
    method: "pattern" | "lexemes" | "model" | "person";
    model: string | null;
    /** US dollars. */
    cost: number | null;
    machine: { intent: IntentName | null; sentiment: SentimentName | null; urgent: boolean | null } | null;
  } | null;
  /** It waits for its analysis. */
  isWaiting: boolean;
  leads: { id: number; name: string; status: string }[];
};

/** What the hub knows of a person or bot. */
export type HubContactCard = {
  id: number;
  name: string;
  username: string | null;
  provider: string;
  externalId: string;
  role: ContactRoleName;
  roleByHand: boolean;
  isBot: boolean;
  excludeFromAnalytics: boolean;
  phone: string | null;
  email: string | null;
  leadSource: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  chats: { id: number; title: string; type: HubMessageView["chat"]["type"]; leftAt: string | null }[];
  /** Of the last 30 days; counted up to 10,000. */
  statistics: { messages: number; urgent: number; intents: { intent: IntentName; count: number }[] };
  conversations: { id: number; state: string; openedAt: string }[];
  leads: { id: number; name: string; status: string }[];
};

/** The hub changed; a page looks at what it shows again. */
export type HubEvent = { type: "changed" };
