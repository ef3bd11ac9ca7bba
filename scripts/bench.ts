import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { benchAnswers } from "./bench/bench-answers";
import { benchChatPage } from "./bench/bench-chat-page";
import { benchLoad } from "./bench/bench-load";
import { benchMeetings } from "./bench/bench-meetings";
import { benchQr } from "./bench/bench-qr";
import { atLeast, atMost, type Figures, printFigures } from "./bench/figures";
import { runBeside } from "./bench/run-beside";
import { type RunningProduct, startProduct } from "./bench/start-product";

// `npm run bench [-- --minutes 10 --rate 50]`: starts the product twice on free ports with data of its own, and measures
// it as customers would: one by one, and 2,000 at once who write so many messages a second for so many minutes. `--load`
// measures the latter alone, `--qr` codes alone, `--meetings` 500 invitees of a meeting who answer within a minute.
const { values: asked } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    rate: { type: "string", default: "50" },
    load: { type: "boolean", default: false },
    qr: { type: "boolean", default: false },
    meetings: { type: "boolean", default: false },
  },
});
const minutes = Number(asked.minutes);
const perSecond = Number(asked.rate);
if (!(minutes > 0 && perSecond > 0)) throw new Error("--minutes and --rate should be positive numbers");

const dataDir = mkdtempSync(join(tmpdir(), "assistchat-bench-"));
// Root's database runs as another user, who must be able to enter.
chmodSync(dataDir, 0o711);
let running: RunningProduct | undefined;
let over = false;
async function end(code: number): Promise<void> {
  if (over) return;
  over = true;
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(130));

async function bench(): Promise<Figures> {
  const figures: Figures = {};
  if (asked.load) {
    running = await startProduct(dataDir);
    return benchLoad(running, dataDir, { minutes, perSecond });
  }
  running = await startProduct(dataDir);
  if (asked.qr) return benchQr(running);
  if (asked.meetings) return benchMeetings(running, dataDir);
  Object.assign(figures, await benchChatPage(running));
  Object.assign(figures, await benchAnswers(running));
  Object.assign(figures, await benchQr(running));
  Object.assign(figures, await benchMeetings(running, dataDir));
  await running.stop();
  running = await startProduct(dataDir);
  figures.second_start = atMost(running.healthyAfterMs / 1000, "s", 10);
  Object.assign(figures, await benchLoad(running, dataDir, { minutes, perSecond }));
  await running.stop();
  running = undefined;
  const [line = ""] = (await runBeside(dataDir, "ingest.ts")).slice(-1);
  const ingest = JSON.parse(line) as { perSecond: number };
  figures.ingest_per_s = atLeast(ingest.perSecond, "updates/s", 1_500);
  return figures;
}

try {
  const figures = await bench();
  printFigures(figures);
  await end(Object.values(figures).every(({ ok }) => ok) ? 0 : 1);
} catch (error) {
  if (!over) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  await end(1);
}
