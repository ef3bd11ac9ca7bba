import type { UnderstandingExample } from "@/server/ai/understand-messages";
import type { PatternRule, Speaker, Understanding } from "@/server/domain/intents/schema";
import { understandOffline } from "@/server/domain/intents/understand-offline";
import { tokenise } from "@/server/domain/knowledge/tokenise";

/** Understands a message without a model: as a person said of the same words, else by patterns and the classifier. */
export function understandKnown(
  { words, speaker }: { words: string; speaker: Speaker },
  patterns: readonly PatternRule[],
  corrections: readonly UnderstandingExample[],
): Understanding {
  const said = understandOffline(words, patterns, speaker);
  const same = plain(words);
  const corrected = same === "" ? undefined : corrections.find(({ text }) => plain(text) === same);
  if (!corrected || said.method === "pattern") return said;
  const { intent, sentiment, urgent } = corrected;
  return {
    ...said,
    intent,
    sentiment,
    urgent,
    urgentWhy: urgent ? (said.urgentWhy ?? "") : null,
    confidence: 0.95,
    why: ["corrected", ...said.why],
  };
}

function plain(text: string): string {
  return tokenise(text).join(" ");
}
