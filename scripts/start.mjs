// `npm start`: plain JavaScript for Node 18+, because it runs before anything is installed. It installs what is
// missing and hands over to scripts/launcher/main.ts under the Node that package.json pins.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureInstalled } from "./setup/ensure-installed.mjs";
import { isAlive } from "./setup/is-alive.mjs";
import { nodeBinary } from "./setup/node-binary.mjs";
import { npmProcess } from "./setup/npm-process.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

try {
  ensureInstalled(root);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const flags = ["--disable-warning=ExperimentalWarning", "--import", tsx];
// A process group of its own: a terminal's Ctrl-C reaches this process alone, which passes it on once.
const launcher = spawn(nodeBinary(root), [...flags, "scripts/launcher/main.ts", ...process.argv.slice(2)], {
  stdio: ["ignore", "inherit", "inherit", "ipc"],
  detached: true,
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => launcher.kill(signal));
launcher.once("error", (error) => {
  process.stderr.write(`Node could not be started: ${error.message}\n`);
  process.exit(1);
});
launcher.once("exit", (code) => process.exit(code ?? 1));

// npm passes signals on, but not its own kill -9: then nobody is left to stop us, so we look whether it lives.
const npm = process.env.npm_lifecycle_event ? npmProcess() : null;
if (npm !== null) {
  setInterval(() => {
    if (launcher.connected && !isAlive(npm)) launcher.disconnect();
  }, 1_000).unref();
}
