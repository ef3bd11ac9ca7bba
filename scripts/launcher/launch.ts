import { mkdirSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { productDatabase } from "../postgres/product-database";
import { banner } from "./banner";
import { choosePort } from "./choose-port";
import { claimParts } from "./claim-parts";
import { ensureBuilt } from "./ensure-built";
import { ensureGenerated } from "./ensure-generated";
import { isPortFree } from "./is-port-free";
import { keepDatabase } from "./keep-database";
import { outsideAddress } from "./outside-address";
import type { PartName } from "./parts";
import { prepareDatabase } from "./prepare-database";
import { type RunningPart, runPart } from "./run-part";
import { waitUntilHealthy } from "./wait-until-healthy";

interface Launched {
  /** Resolves when the parts run and answer; rejects with one line to print when they cannot be started. */
  started: Promise<void>;
  /** Stops the parts, then the database; whatever stage the start has reached. */
  stop: () => Promise<void>;
  /** Kills the parts at once; `stop` then has nothing to wait for. */
  kill: () => void;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

function requireFolder(path: string): void {
  try {
    // Others may pass through, as PostgreSQL's own user must where root starts us, but not look around.
    mkdirSync(path, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new Error(
      `DATA_DIR should be a folder that can be made: ${error instanceof Error ? error.message : path}.`,
    );
  }
}

async function requireFreePort(variable: "PORT" | "SIMULATOR_PORT", port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw new Error(`Port ${port} is taken by another program: set ${variable} to a free one.`);
}

async function requireParts(parts: PartName[], url: string): Promise<() => void> {
  const claim = await claimParts(env.DATA_DIR, parts, url);
  if (claim.ok) return claim.release;
  throw new Error(`AssistChat (${claim.part}) is already running at ${claim.url}, process ${claim.pid}.`);
}

/** Starts those parts of the product and all they need: build, database, migrations, seed. */
export function launch(parts: PartName[], dev: boolean): Launched {
  const ending = new AbortController();
  const running = new Map<PartName, RunningPart>();
  /** Undone in reverse order. */
  const undo: (() => Promise<void> | void)[] = [];

  async function prepareEnvironment(): Promise<NodeJS.ProcessEnv> {
    requireFolder(env.DATA_DIR);
    const port = await choosePort(env.PORT);
    const simulatorPort = await choosePort(env.SIMULATOR_PORT);
    undo.push(await requireParts(parts, env.APP_URL ?? `http://localhost:${port}`));
    if (parts.includes("web")) await requireFreePort("PORT", port);
    if (parts.includes("simulator")) await requireFreePort("SIMULATOR_PORT", simulatorPort);
    ensureSecrets(env.DATA_DIR);
    return {
      ...process.env,
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PATH: [resolve("node_modules/.bin"), process.env.PATH].join(delimiter),
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      DATA_DIR: env.DATA_DIR,
      LOG_LEVEL: env.LOG_LEVEL,
    };
  }

  async function openDatabase(environment: NodeJS.ProcessEnv): Promise<void> {
    const database = productDatabase(env);
    undo.push(async () => (await database.catch(() => null))?.release());
    environment.DATABASE_URL = (await database).url;
    undo.push(keepDatabase(await database, say));
  }

  async function fillDatabase(environment: NodeJS.ProcessEnv): Promise<void> {
    const told = await prepareDatabase(env.DATA_DIR, environment);
    if (told) say(told);
  }

  function run(name: PartName, environment: NodeJS.ProcessEnv, firstArgs: string[] = []): void {
    if (ending.signal.aborted || running.has(name) || !parts.includes(name)) return;
    const args = dev && name === "web" ? ["--dev"] : [];
    running.set(name, runPart({ name, env: environment, args, firstArgs, say }));
  }

  async function start(): Promise<void> {
    if (parts.includes("simulator") && !env.DEMO)
      throw new Error("DEMO is 0: the simulator is switched off.");
    const environment = await prepareEnvironment();
    run("simulator", environment);
    if (parts.some((name) => name !== "simulator")) {
      await ensureGenerated();
      const database = openDatabase(environment);
      const isBuilt =
        dev ||
        !parts.includes("web") ||
        ensureBuilt(() => say("Building (once, a minute or more; on a busy machine several)…"));
      // Web loads while the database is migrated and seeded, and opens its port after that.
      const loading = Promise.all([isBuilt, database]).then(() => run("web", environment, ["--wait"]));
      // Awaited together, so that a failure of either is heard at once.
      await Promise.all([loading, database.then(() => fillDatabase(environment))]);
      running.get("web")?.tell("listen");
      run("bots", environment);
    }
    await announce(environment);
  }

  async function announce(environment: NodeJS.ProcessEnv): Promise<void> {
    if (!parts.includes("web")) {
      say(`${parts.join(" and ")} started.`);
      return;
    }
    const origin = `http://localhost:${environment.PORT}`;
    if (!(await waitUntilHealthy(origin, ending.signal, say))) return;
    const { demoPassword, consoleKey } = ensureSecrets(env.DATA_DIR);
    const password = env.DEMO_PASSWORD ?? demoPassword;
    const demo = { simulatorUrl: `${origin}/simulator`, email: env.DEMO_EMAIL, password, consoleKey };
    process.stdout.write(
      banner({
        url: env.APP_URL ?? origin,
        outsideUrl: env.APP_URL ?? outsideAddress(environment.PORT),
        demo: env.DEMO ? demo : null,
        demoBesideRealBot: env.TELEGRAM_BOT_TOKEN !== undefined,
      }),
    );
  }

  const started = start();
  return {
    started,
    stop: async () => {
      ending.abort();
      await Promise.all([running.get("web")?.stop(), running.get("bots")?.stop()]);
      // The outside world goes last: bots would take its absence for a failure.
      await running.get("simulator")?.stop();
      for (const step of undo.reverse()) await step();
    },
    kill: () => {
      for (const part of running.values()) part.kill();
    },
  };
}
