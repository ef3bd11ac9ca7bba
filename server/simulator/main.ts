import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pino from "pino";
import { z } from "zod";
import { demoCastSchema, demoGroupSchema } from "./control/load-demo-cast";
import { startSimulator } from "./start-simulator";

const SECRETS_WAIT_MS = 10_000;

const { values: asked } = parseArgs({
  options: {
    port: { type: "string", default: "3001" },
    "data-dir": { type: "string", default: ".data" },
    "log-level": { type: "string", default: "info" },
  },
});
const log = pino({
  level: asked["log-level"],
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
});

function stopWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Null while the launcher is still writing. */
function parsedOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The demo bot's token, written by the launcher before or while we start. */
async function demoBotToken(path: string): Promise<string> {
  const until = Date.now() + SECRETS_WAIT_MS;
  while (Date.now() < until) {
    if (existsSync(path)) {
      const secrets = z
        .object({ demoBotToken: z.string().regex(/^\d+:[\w-]+$/) })
        .safeParse(parsedOrNull(readFileSync(path, "utf8")));
      if (secrets.success) return secrets.data.demoBotToken;
    }
    await sleep(100);
  }
  return stopWith(
    `The simulator found no demoBotToken in ${path}; start the whole product with npm start first.`,
  );
}

const port = Number(asked.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  stopWith("--port must be a port number between 0 and 65535.");
}
const dataDir = asked["data-dir"];
const cast = demoCastSchema.parse(JSON.parse(readFileSync(join("config", "demo.json"), "utf8")));
const group = demoGroupSchema.parse(JSON.parse(readFileSync(join("config", "demo-group.json"), "utf8")));
const token = await demoBotToken(join(dataDir, "secrets.json"));

const simulator = await startSimulator({
  port,
  stateFile: join(dataDir, "simulator.json"),
  demo: { cast, group, token },
  log,
}).catch((error: Error) => stopWith(`The simulator cannot start on port ${port}: ${error.message}`));
log.info({ url: simulator.url }, "simulator listening");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    simulator.close().then(
      () => process.exit(0),
      (error: Error) => stopWith(`The simulator did not stop cleanly: ${error.message}`),
    );
  });
}
