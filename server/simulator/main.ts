import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { z } from "zod";
import { demoCastSchema } from "./control/load-demo-cast";
import { startSimulator } from "./start-simulator";

const SECRETS_WAIT_MS = 10_000;

const log = pino({
  level: process.env.LOG_LEVEL || "info",
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

const port = Number(process.env.SIMULATOR_PORT || 3001);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  stopWith("SIMULATOR_PORT must be a port number between 0 and 65535.");
}
const dataDir = process.env.DATA_DIR || ".data";
const cast = demoCastSchema.parse(JSON.parse(readFileSync(join("config", "demo.json"), "utf8")));
const token = await demoBotToken(join(dataDir, "secrets.json"));

const simulator = await startSimulator({
  port,
  stateFile: join(dataDir, "simulator.json"),
  demo: { cast, token },
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
