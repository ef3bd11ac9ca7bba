import type { PartName } from "./parts";

/** What a part is told on its command line: the simulator shares no code with the product, so not its configuration. */
export function partArgs(
  name: PartName,
  { SIMULATOR_PORT, DATA_DIR, LOG_LEVEL }: NodeJS.ProcessEnv,
): string[] {
  if (name !== "simulator") return [];
  const options = { port: SIMULATOR_PORT, "data-dir": DATA_DIR, "log-level": LOG_LEVEL };
  return Object.entries(options).flatMap(([option, value]) => (value ? [`--${option}=${value}`] : []));
}
