import { readFileSync } from "node:fs";
import { join } from "node:path";
import { INTENTS, type IntentName, type SentimentName } from "@/server/domain/messages/hub/schema";

export type TrainingMessage = { text: string; intent: IntentName; urgent: boolean; sentiment: SentimentName };

/** Reads the messages written for training: a file an intent, a line a message; before it `!` urgent, `+` glad, `-` cross. */
export function trainingSet(folder = join(import.meta.dirname, "training")): TrainingMessage[] {
  const seen = new Set<string>();
  return INTENTS.flatMap((intent) =>
    readFileSync(join(folder, `${intent}.txt`), "utf8")
      .split("\n")
      .filter((line) => line.trim())
      .map((line): TrainingMessage => {
        const [, marks = "", words = ""] = /^((?:[!+-] )*)(.*)$/s.exec(line) ?? [];
        const usual: SentimentName = intent === "complaint" ? "negative" : "neutral";
        const sentiment = marks.includes("+") ? "positive" : marks.includes("-") ? "negative" : usual;
        return { text: words.replaceAll("\\n", "\n"), intent, urgent: marks.includes("!"), sentiment };
      })
      .filter(({ text }) => !seen.has(text) && seen.add(text)),
  );
}
