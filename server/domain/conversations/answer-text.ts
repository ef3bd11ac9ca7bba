import type { CitedSentence } from "@/server/domain/knowledge/types";

/** The sentences of an answer as one text: long ones stand each in a line of its own. */
export function answerText(sentences: CitedSentence[]): string {
  return sentences
    .map((sentence) => sentence.text)
    .join(sentences.some(({ text }) => text.length > 80) ? "\n" : " ");
}

/** The quotes an answer rests on, each once, numbered from 1 in the order of its sentences. */
export function quotesOf(sentences: CitedSentence[]): { number: number; passageId: number; quote: string }[] {
  const cited = new Map(
    sentences.flatMap(({ citations }) => citations).map((one) => [`${one.passageId}:${one.quote}`, one]),
  );
  return [...cited.values()].map(({ passageId, quote }, index) => ({ number: index + 1, passageId, quote }));
}
