import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fitWeights } from "@/scripts/intents/fit-weights";
import { trainingSet } from "@/scripts/intents/training-set";
import { WEIGHT_SCALE } from "@/server/domain/intents/linear-model";

// npm run train:intents: makes the offline classifier's weights anew from scripts/intents/training.
const lines = [...fitWeights(trainingSet())].flatMap(([name, weights]) => {
  const whole = weights.map((weight) => Math.round(weight * WEIGHT_SCALE));
  if (whole.every((number) => number === 0)) return [];
  return [
    `${name}\t${whole
      .map((number) => (number === 0 ? "" : number.toString(36)))
      .join(",")
      .replace(/,+$/, "")}`,
  ];
});
const target = join(import.meta.dirname, "../../server/domain/intents/linear-weights.ts");
const note =
  "/** Weights of the offline classifier, made by `npm run train:intents`; see linear-model.ts. */";
writeFileSync(
  target,
  `${note}\nexport const linearWeights: string =\n  ${JSON.stringify(lines.join("\n"))};\n`,
);
console.log(`${lines.length} features`);
