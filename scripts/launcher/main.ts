import { env } from "@/server/lib/env";
import { launch } from "./launch";
import { PART_NAMES, type PartName } from "./parts";

// What scripts/start.mjs starts under the pinned Node: `main.ts [--dev] [web|bots|simulator]…`.
const args = process.argv.slice(2);
const asked = PART_NAMES.filter((name) => args.includes(name));
const parts: PartName[] =
  asked.length > 0 ? asked : PART_NAMES.filter((name) => env.DEMO || name !== "simulator");

const launched = launch(parts, args.includes("--dev"));

let signals = 0;
function stop(): void {
  signals++;
  if (signals === 1) void launched.stop().then(() => process.exit(0));
  else launched.kill();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
// The channel to `npm start` closes when that is gone, kill -9 included.
process.once("disconnect", () => {
  if (signals === 0) stop();
});

launched.started.catch(async (error: unknown) => {
  if (signals > 0) return;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  signals++;
  await launched.stop();
  process.exit(1);
});
