import { z } from "zod";
import {
  INTENTS,
  type IntentName,
  SENTIMENTS,
  type SentimentName,
} from "@/server/domain/messages/hub/schema";

/** What a message names: as it is written there, except that quantities and prices carry their number. */
export const messageEntities = z.object({
  products: z.array(z.string().max(100)).max(20).default([]),
  quantities: z
    .array(z.object({ value: z.number(), unit: z.string().max(30) }))
    .max(20)
    .default([]),
  prices: z
    .array(z.object({ value: z.number(), currency: z.string().max(10) }))
    .max(20)
    .default([]),
  dates: z.array(z.string().max(60)).max(20).default([]),
  phones: z.array(z.string().max(30)).max(20).default([]),
});
export type MessageEntities = z.infer<typeof messageEntities>;

/** What was understood of a text. `why` says in few words what spoke for the intent. */
export type Understanding = {
  intent: IntentName;
  /** 0 to 1. */
  confidence: number;
  sentiment: SentimentName;
  entities: MessageEntities;
  urgent: boolean;
  /** The words that make it urgent; null unless it is. */
  urgentWhy: string | null;
  method: "pattern" | "lexemes" | "model";
  why: string[];
};

/** A rule as the classifier takes it. */
export type PatternRule = {
  name: string;
  intent: IntentName;
  kind: "keywords" | "regex";
  pattern: string;
  priority: number;
  urgent: boolean;
};

export type PatternView = PatternRule & { id: number; enabled: boolean };

/** Who says a message: those who write to everyone, those who buy, those who serve them. */
export type Speaker = "broadcaster" | "client" | "staff";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** Without `patternId` a new pattern. Keywords stand between commas; `*` at the end of one stands for the rest of a word. */
export const savePatternInput = z.object({
  patternId: id.optional(),
  name: z.string().trim().min(1).max(80),
  intent: z.enum(INTENTS),
  kind: z.enum(["keywords", "regex"]),
  pattern: z.string().trim().min(1).max(500),
  priority: z.number().int().min(0).max(1000),
  urgent: z.boolean(),
  enabled: z.boolean(),
});
export type SavePatternInput = z.infer<typeof savePatternInput>;

export const removePatternInput = z.object({ patternId: id });

export const tryMessageInput = z.object({ text: z.string().max(4000) });

export const correctAnalysisInput = z
  .object({
    hubMessageId: id,
    intent: z.enum(INTENTS).optional(),
    sentiment: z.enum(SENTIMENTS).optional(),
    urgent: z.boolean().optional(),
  })
  .refine(
    ({ intent, sentiment, urgent }) => intent ?? sentiment ?? urgent !== undefined,
    "nothing is corrected",
  );
export type CorrectAnalysisInput = z.infer<typeof correctAnalysisInput>;

/** Messages sent from `since` to before `until`; all chats without `chatIds`. */
export const reclassifyInput = z.object({
  since: z.iso.datetime({ offset: true }),
  until: z.iso.datetime({ offset: true }),
  chatIds: z.array(id).min(1).max(200).optional(),
});
export type ReclassifyInput = z.infer<typeof reclassifyInput>;

/** Costs are millionths of a US dollar; `model` is null where only patterns and the offline classifier serve. */
export type AnalysisBacklog = {
  waiting: number;
  oldestAt: string | null;
  lastDay: Partial<Record<"pattern" | "lexemes" | "model" | "person", number>>;
  spentMicros: number;
  budgetMicros: number;
  model: string | null;
};
