import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchAnswers } from "./bench/bench-answers";
import { benchChatPage } from "./bench/bench-chat-page";
import { type Figures, printFigures } from "./bench/figures";
import { startProduct } from "./bench/start-product";

// `npm run bench`: starts the product twice on free ports with data of its own, and measures it as a customer would.
const dataDir = mkdtempSync(join(tmpdir(), "assistchat-bench-"));
// Root's database runs as another user, who must be able to enter.
chmodSync(dataDir, 0o711);

const figures: Figures = {};
const first = await startProduct(dataDir);
try {
  Object.assign(figures, await benchChatPage(first));
  Object.assign(figures, await benchAnswers(first));
} finally {
  await first.stop();
}
const second = await startProduct(dataDir);
await second.stop();
figures.second_start = {
  value: second.healthyAfterMs / 1000,
  unit: "s",
  goal: 10,
  ok: second.healthyAfterMs <= 10_000,
};
rmSync(dataDir, { recursive: true, force: true });

printFigures(figures);
process.exit(Object.values(figures).every(({ ok }) => ok) ? 0 : 1);
