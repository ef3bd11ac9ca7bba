/** The processes that make the product, in the order they start. */
export const PART_NAMES = ["simulator", "web", "bots"] as const;
export type PartName = (typeof PART_NAMES)[number];

/** The main module of each part. */
export const PART_PROGRAMS: Record<PartName, string> = {
  simulator: "server/simulator/main.ts",
  web: "scripts/web.ts",
  bots: "bots/main.ts",
};
