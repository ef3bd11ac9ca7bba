// `npm test` and `npm run validate`: plain JavaScript for Node 18+, because on a fresh clone nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./setup/ensure-installed.mjs";
import { nodeBinary } from "./setup/node-binary.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
try {
  ensureInstalled(root);
} catch (error) {
  process.stdout.write(`${error.message}\n0 passed, 1 failed\n`);
  process.exit(1);
}
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const flags = ["--disable-warning=ExperimentalWarning", "--import", tsx];
const PATH = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
const run = spawnSync(
  nodeBinary(root),
  [...flags, "scripts/testing/run-checks.ts", ...process.argv.slice(2)],
  {
    stdio: "inherit",
    // Hundreds of processes load the same packages: each compiles them but once.
    env: {
      NODE_COMPILE_CACHE: join(root, ".cache", "compiled"),
      ...process.env,
      PATH,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  },
);
process.exit(run.status ?? 1);
