import { cpus, totalmem } from "node:os";

/** A goal is the most that is right, with `atLeast` the least; null where a figure is only told. */
export type Figure = { value: number; unit: string; goal: number | null; ok: boolean; atLeast?: true };
export type Figures = Record<string, Figure>;

/** A figure whose value should be at most `goal`. */
export function atMost(value: number, unit: string, goal: number): Figure {
  return { value, unit, goal, ok: value <= goal };
}

/** A figure whose value should be at least `goal`. */
export function atLeast(value: number, unit: string, goal: number): Figure {
  return { value, unit, goal, ok: value >= goal, atLeast: true };
}

/** A figure that only helps to read the others. */
export function told(value: number, unit: string): Figure {
  return { value, unit, goal: null, ok: true };
}

/** The value below which the given share (0–1) of the samples lies. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Prints a table for people and, as the last line, all of it as one JSON object. */
export function printFigures(figures: Figures): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name,
      { ...figure, value: Math.round(figure.value * 100) / 100 },
    ]),
  );
  const [cpu] = cpus();
  process.stdout.write(`${cpus().length} × ${cpu?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`);
  for (const [name, { value, unit, goal, ok, atLeast: least }] of Object.entries(rounded)) {
    const aim = goal === null ? "" : ` (goal ${least ? "≥" : "≤"} ${goal})`;
    process.stdout.write(`${ok ? "✓" : "✗"} ${name.padEnd(28)} ${value} ${unit}${aim}\n`);
  }
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
}
