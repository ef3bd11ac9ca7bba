import { z } from "zod";
import type { IntentName, SentimentName } from "@/server/domain/messages/hub/schema";

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
