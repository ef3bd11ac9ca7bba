import { REQUESTED } from "@/server/domain/conversations/request-patterns";
import { DECIDES_FROM, defaultPatterns } from "@/server/domain/intents/default-patterns";
import { scoreText, type WeightTable } from "@/server/domain/intents/linear-model";
import { matchPattern } from "@/server/domain/intents/match-pattern";
import { readEntities } from "@/server/domain/intents/read-entities";
import type { PatternRule, Speaker, Understanding } from "@/server/domain/intents/schema";
import { urgencyOf } from "@/server/domain/intents/urgency-of";
import { foldText } from "@/server/domain/knowledge/fold-text";
import { INTENTS, type IntentName, SENTIMENTS } from "@/server/domain/messages/hub/schema";

/** So much speaks for `other` where somebody asks for a person; nobody asks everyone for one. */
const callWeight = 4;

/** So much a hint of priority 100 would add to an intent's log odds. */
const hintWeight = 1;

/** Understands a text without any model: by the workspace's patterns, and by what the training's messages had in common. */
export function understandOffline(
  text: string,
  patterns: readonly PatternRule[] = defaultPatterns,
  speaker: Speaker = "staff",
  table?: WeightTable,
): Understanding {
  const matched = patterns
    .toSorted((a, b) => b.priority - a.priority)
    .flatMap((pattern) => {
      const words = matchPattern(text, pattern);
      return words === null ? [] : [{ ...pattern, words }];
    });
  const { scores, loudest } = scoreText(text, table);
  const folded = foldText(text);
  const calls = REQUESTED.some((asked) => asked.test(folded));
  const [first] = matched;
  const decided = first && first.priority >= DECIDES_FROM ? first : null;
  const best = decided
    ? { intent: decided.intent, confidence: 1 }
    : /[\p{L}\d]/u.test(text) || /\p{Extended_Pictographic}|\+/u.test(text)
      ? likeliest(
          INTENTS.map((intent) => ({
            intent,
            score:
              scores[intent] + hinted(matched, intent) + leaning(speaker, intent) + called(calls, intent),
          })),
        )
      : { intent: "other" as const, confidence: 0.9 };
  const { intent } = best;
  const urgentWhy = matched.find(({ urgent }) => urgent)?.words ?? urgencyOf(text, intent);
  const [sentiment = "neutral"] = SENTIMENTS.toSorted((a, b) => scores[b] - scores[a]);
  return {
    intent,
    confidence: Math.round(best.confidence * 100) / 100,
    sentiment,
    entities: readEntities(text),
    urgent: urgentWhy !== null,
    urgentWhy,
    method: decided ? "pattern" : "lexemes",
    why: [
      ...matched.map(({ name, words }) => `${name}: ${words}`),
      ...(decided
        ? []
        : wordsOf(loudest(intent, 12))
            .filter((word) => !matched.some(({ words }) => words === word))
            .slice(0, 4)),
    ],
  };
}

function hinted(matched: readonly PatternRule[], intent: IntentName): number {
  const priorities = matched.filter((pattern) => pattern.intent === intent).map(({ priority }) => priority);
  return (Math.max(0, ...priorities) / 100) * hintWeight;
}

/** Whoever writes to everyone mostly does just that, and clients hardly ever do. */
function leaning(speaker: Speaker, intent: IntentName): number {
  if (intent !== "broadcast" || speaker === "staff") return 0;
  return speaker === "broadcaster" ? 8 : -1.5;
}

function called(calls: boolean, intent: IntentName): number {
  if (!calls) return 0;
  return intent === "broadcast" ? -8 : intent === "other" ? callWeight : 0;
}

function likeliest(scored: { intent: IntentName; score: number }[]): {
  intent: IntentName;
  confidence: number;
} {
  const [best, ...others] = scored.toSorted((a, b) => b.score - a.score);
  if (!best) return { intent: "other", confidence: 0 };
  const sum = others.reduce((total, { score }) => total + Math.exp(score - best.score), 1);
  return { intent: best.intent, confidence: 1 / sum };
}

/** The words among the features: `!sign` tells of the text's form by a name for us, `^` and `$` are its beginning and end. */
function wordsOf(features: string[]): string[] {
  const words = features
    .filter((name) => !name.startsWith("!"))
    .map((name) => name.replaceAll(/[\^$]/g, "").trim());
  return [...new Set(words)].filter(Boolean);
}
