import { linearWeights } from "@/server/domain/intents/linear-weights";
import { textFeatures } from "@/server/domain/intents/text-features";
import { INTENTS, SENTIMENTS } from "@/server/domain/messages/hub/schema";

/** What the model's scores stand for, in their order. */
const SCORED = [...INTENTS, "urgent", ...SENTIMENTS] as const;
type Scored = (typeof SCORED)[number];

/** Kept weights are whole numbers: this many to one. */
export const WEIGHT_SCALE = 20;

/** A weight for each of SCORED, by feature; the feature "" is in every text. */
export type WeightTable = ReadonlyMap<string, readonly number[]>;

let shipped: WeightTable | undefined;

/** Lines `feature TAB weights`, base 36, of which trailing zeros are left out. */
function shippedTable(): WeightTable {
  shipped ??= new Map(
    linearWeights.split("\n").map((line) => {
      const [name = "", numbers = ""] = line.split("\t");
      return [name, numbers.split(",").map((number) => Number.parseInt(number || "0", 36) / WEIGHT_SCALE)];
    }),
  );
  return shipped;
}

/** The scores of a text (log odds), and the features that spoke loudest for one of them. */
export function scoreText(
  text: string,
  table: WeightTable = shippedTable(),
): { scores: Record<Scored, number>; loudest: (scored: Scored, count: number) => string[] } {
  const voices = [["", 1] as const, ...textFeatures(text)].flatMap(([name, value]) => {
    const weights = table.get(name);
    return weights ? [{ name, value, weights }] : [];
  });
  const sum = (at: number) =>
    voices.reduce((total, { value, weights }) => total + value * (weights[at] ?? 0), 0);
  return {
    scores: Object.fromEntries(SCORED.map((scored, at) => [scored, sum(at)])) as Record<Scored, number>,
    loudest: (scored, count) => {
      const at = SCORED.indexOf(scored);
      return voices
        .map(({ name, value, weights }) => ({ name, voice: value * (weights[at] ?? 0) }))
        .filter(({ name, voice }) => name && !name.startsWith("~") && voice > 0.1)
        .sort((a, b) => b.voice - a.voice)
        .slice(0, count)
        .map(({ name }) => name);
    },
  };
}
