/** One training text: its features, which class it is of, and how much it counts. */
export type Sample = { features: Map<string, number>; label: number; weight: number };

/** Weights by feature, one a class; the bias is the feature "". */
export type Weights = Map<string, Float64Array>;

/**
 * Fits a multinomial logistic regression by AdaGrad with L2 in rounds over the shuffled samples; the order is the same
 * each time.
 */
export function trainLinear(
  samples: Sample[],
  classes: number,
  { rounds = 25, rate = 0.15, decay = 2e-4 } = {},
): Weights {
  const weights: Weights = new Map();
  const seen = new Map<string, Float64Array>();
  const zero = () => new Float64Array(classes);
  const order = samples.map((_, index) => index);
  let seed = 20261121;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const sample = samples[index];
      if (!sample) continue;
      const shares = softmax(scoreLinear(weights, sample.features, classes));
      for (const [name, value] of withBias(sample.features)) {
        const own = weights.get(name) ?? zero();
        const past = seen.get(name) ?? zero();
        weights.set(name, own);
        seen.set(name, past);
        for (let label = 0; label < classes; label += 1) {
          const error = (shares[label] ?? 0) - (label === sample.label ? 1 : 0);
          const slope = error * value * sample.weight + decay * (own[label] ?? 0);
          past[label] = (past[label] ?? 0) + slope * slope;
          own[label] = (own[label] ?? 0) - (rate * slope) / (Math.sqrt(past[label] ?? 0) + 1e-6);
        }
      }
    }
  }
  return weights;
}

/** The score of each class before they are made shares of one. */
function scoreLinear(weights: Weights, features: Map<string, number>, classes: number): number[] {
  const scores = new Array<number>(classes).fill(0);
  for (const [name, value] of withBias(features)) {
    const own = weights.get(name);
    if (own)
      for (let label = 0; label < classes; label += 1)
        scores[label] = (scores[label] ?? 0) + (own[label] ?? 0) * value;
  }
  return scores;
}

function* withBias(features: Map<string, number>): Generator<[string, number]> {
  yield ["", 1];
  yield* features;
}

/** Makes scores shares of one. */
function softmax(scores: number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
