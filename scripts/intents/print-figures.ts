import type { Figures } from "@/scripts/intents/score-cases";

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

/** Prints figures as a table for people. */
export function printFigures(title: string, { perIntent, urgent, accuracy, macroF1, cases }: Figures): void {
  console.log(`${title}: ${cases} messages, accuracy${percent(accuracy)}, macro-F1 ${macroF1.toFixed(3)}`);
  console.log(
    `${"".padEnd(14)}${["precision", "recall", "F1", "cases"].map((name) => name.padStart(10)).join("")}`,
  );
  for (const [name, one] of Object.entries({ ...perIntent, urgent }))
    console.log(
      `${name.padEnd(14)}${[one.precision, one.recall, one.f1].map((share) => percent(share).padStart(10)).join("")}${String(one.cases).padStart(10)}`,
    );
}
