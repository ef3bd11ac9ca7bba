import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { applyMigrations } from "@/prisma/apply-migrations";
import { printFigures, told } from "./bench/figures";
import { searchVocabulary, seededRandom } from "./bench/search-vocabulary";
import { seedMessages } from "./bench/seed-messages";
import { productDatabase } from "./postgres/product-database";

// `npm run bench:search [-- --messages 1000000 --data <folder>]`: fills a database of its own with messages and measures
// how long the hub takes to find some of them, and how many more it takes in. With `--data` the messages stay in that
// folder and are there for the next run.
const { values: asked } = parseArgs({
  options: { messages: { type: "string", default: "1000000" }, data: { type: "string" } },
});
const count = Number(asked.messages);
if (!(count >= 10_000)) throw new Error("--messages should be a number, 10000 or more");

const dataDir = asked.data ? resolve(asked.data) : mkdtempSync(join(tmpdir(), "assistchat-search-"));
mkdirSync(dataDir, { recursive: true });
// Root's database runs as another user, who must be able to enter.
chmodSync(dataDir, 0o711);
const isSeeded = existsSync(join(dataDir, "seeded"));
const database = await productDatabase({ DATA_DIR: dataDir });
let over = false;
async function end(code: number): Promise<void> {
  if (over) return;
  over = true;
  await database.release();
  if (!asked.data) rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(130));

try {
  const random = seededRandom(20_261_121);
  const vocabulary = searchVocabulary(60_000, random);
  const startedAt = performance.now();
  await applyMigrations(database.url);
  if (!isSeeded) {
    await seedMessages(database.url, count, vocabulary, random);
    mkdirSync(join(dataDir, "seeded"));
  }
  const seedSeconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(`${count} messages in ${Math.round(seedSeconds)} s\n`);
  // The product reads its configuration when it is first imported.
  process.env.DATABASE_URL = database.url;
  process.env.DATA_DIR = dataDir;
  const { measureSearch } = await import("./bench/measure-search");
  const figures = { seconds_to_seed: told(seedSeconds, "s"), ...(await measureSearch(vocabulary, random)) };
  printFigures(figures);
  await end(Object.values(figures).every(({ ok }) => ok) ? 0 : 1);
} catch (error) {
  if (!over) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  await end(1);
}
