import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pino from "pino";
import { z } from "zod";
import { demoCastSchema, demoGroupSchema } from "./control/load-demo-cast";
import { kchatCastSchema } from "./kchat/load-kchat-cast";
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

const tokensSchema = z.object({
  demoBotToken: z.string().regex(/^\d+:[\w-]+$/),
  /** The launcher adds it to secrets made before there was KChat. */
  demoKchatToken: z.string().regex(/^BOT-/),
});

/** The demo bots' tokens, written by the launcher before or while we start. */
async function demoTokens(path: string): Promise<z.infer<typeof tokensSchema>> {
  const until = Date.now() + SECRETS_WAIT_MS;
  while (Date.now() < until) {
    if (existsSync(path)) {
      const secrets = tokensSchema.safeParse(parsedOrNull(readFileSync(path, "utf8")));
      if (secrets.success) return secrets.data;
    }
    await sleep(100);
  }
  return stopWith(
    `The simulator found no demo bots' tokens in ${path}; start the whole product with npm start first.`,
  );
}

const port = Number(asked.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  stopWith("--port must be a port number between 0 and 65535.");
}
const dataDir = asked["data-dir"];
const config = (file: string): unknown => JSON.parse(readFileSync(join("config", file), "utf8"));
const cast = demoCastSchema.parse(config("demo.json"));
const group = demoGroupSchema.parse(config("demo-group.json"));
const kchatCast = kchatCastSchema.parse(config("demo-kchat.json"));
const tokens = await demoTokens(join(dataDir, "secrets.json"));

const simulator = await startSimulator({
  port,
  stateFile: join(dataDir, "simulator.json"),
  demo: {
    cast,
    group,
    token: tokens.demoBotToken,
    kchat: { cast: kchatCast, token: tokens.demoKchatToken },
  },
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
