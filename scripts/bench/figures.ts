import { cpus, totalmem } from "node:os";

export type Figure = { value: number; unit: string; goal: number; ok: boolean };
export type Figures = Record<string, Figure>;

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
  for (const [name, { value, unit, goal, ok }] of Object.entries(rounded)) {
    process.stdout.write(`${ok ? "✓" : "✗"} ${name.padEnd(28)} ${value} ${unit} (goal ≤ ${goal})\n`);
  }
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
}
