import { type Sample, trainLinear, type Weights } from "@/scripts/intents/train-linear";
import type { TrainingMessage } from "@/scripts/intents/training-set";
import { textFeatures } from "@/server/domain/intents/text-features";
import { INTENTS, SENTIMENTS } from "@/server/domain/messages/hub/schema";

/** Fits what server/domain/intents/linear-model.ts reads: a weight for each of its scores, by feature. */
export function fitWeights(messages: TrainingMessage[]): Map<string, number[]> {
  const all = messages.map((message) => ({ message, features: textFeatures(message.text) }));
  const spread = new Map<string, number>();
  for (const { features } of all)
    for (const name of features.keys()) spread.set(name, (spread.get(name) ?? 0) + 1);
  // What one message alone has says nothing of others, except whole words.
  const seen = all.map(({ message, features }) => ({
    message,
    features: new Map([...features].filter(([name]) => (spread.get(name) ?? 0) > (isWord(name) ? 0 : 1))),
  }));
  const size = new Map<string, number>();
  for (const { intent } of messages) size.set(intent, (size.get(intent) ?? 0) + 1);
  const samples = (
    label: (message: TrainingMessage) => number,
    weight: (message: TrainingMessage) => number,
  ) =>
    seen.map(
      ({ message, features }): Sample => ({ features, label: label(message), weight: weight(message) }),
    );
  // Rare intents count for more, though not for as much as common ones together.
  const fair = ({ intent }: TrainingMessage) =>
    Math.sqrt(messages.length / INTENTS.length / (size.get(intent) ?? 1));
  const intents = trainLinear(
    samples(({ intent }) => INTENTS.indexOf(intent), fair),
    INTENTS.length,
  );
  const urgent = trainLinear(
    samples(
      (message) => (message.urgent ? 1 : 0),
      (message) => (message.urgent ? 2 : 1),
    ),
    2,
  );
  const sentiments = trainLinear(
    samples(
      ({ sentiment }) => SENTIMENTS.indexOf(sentiment),
      ({ sentiment }) => (sentiment === "positive" ? 2 : 1),
    ),
    SENTIMENTS.length,
  );
  return new Map(
    [...intents.keys()].map((name) => [
      name,
      [
        ...of(intents, name),
        (of(urgent, name)[1] ?? 0) - (of(urgent, name)[0] ?? 0),
        ...of(sentiments, name),
      ],
    ]),
  );
}

function isWord(name: string): boolean {
  return /^\p{L}+$/u.test(name);
}

function of(weights: Weights, name: string): number[] {
  return [...(weights.get(name) ?? [])];
}
