import { chmodSync } from "node:fs";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { choosePort } from "../launcher/choose-port";
import { runTool } from "../launcher/run-tool";
import { Simulator } from "../testing/simulator-client";
import { until } from "../testing/until";
import { type PartProcess, startPart } from "./start-part";

export interface Web {
  port: number;
  origin: string;
  process: PartProcess;
}

/** The product as several processes on the test file's own database, and the outside world they live in. */
export interface System {
  simulator: Simulator;
  /** Starts a web, on a port of its own or the one given, and waits until it answers. */
  startWeb: (port?: number) => Promise<Web>;
  startBots: () => PartProcess;
  /** What all processes have printed. */
  printed: () => string;
  stop: () => Promise<void>;
}

/**
 * Starts the simulator and seeds the database; `appUrl` is where customers reach the webs, `extra` what else the
 * environment of all processes holds.
 */
export async function startSystem(
  appUrl: string,
  extra: (simulatorUrl: string) => Partial<NodeJS.ProcessEnv> = () => ({}),
): Promise<System> {
  const dataDir = env.DATA_DIR;
  ensureSecrets(dataDir);
  chmodSync(dataDir, 0o711);
  const simulatorPort = await choosePort(0);
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR: dataDir,
    SIMULATOR_PORT: String(simulatorPort),
    APP_URL: appUrl,
    TRUSTED_PROXIES: "127.0.0.1,::1",
    LOG_LEVEL: "warn",
    ...extra(simulatorUrl),
  };
  await runTool("The seed", ["--import", "tsx", "prisma/seed/seed.ts"], environment);
  const parts: PartProcess[] = [];
  const start = (name: "simulator" | "web" | "bots", port = 0) => {
    const part = startPart(name, { ...environment, PORT: String(port) });
    parts.push(part);
    return part;
  };
  const simulator = new Simulator(simulatorUrl);
  start("simulator");
  // Telegram's own limits are not what is tested.
  await until("the simulator answers", () =>
    simulator.call("PUT", "/settings", { floodLimits: { enabled: false } }).then(
      () => true,
      () => false,
    ),
  );
  return {
    simulator,
    startWeb: async (asked) => {
      const port = asked ?? (await choosePort(0));
      const web = start("web", port);
      const origin = `http://localhost:${port}`;
      await until(
        "the web answers",
        () => {
          if (web.hasEnded()) throw new Error(`The web ended:\n${web.printed()}`);
          return fetch(`${origin}/api/health`).then(
            (answer) => answer.ok,
            () => false,
          );
        },
        60_000,
      );
      return { port, origin, process: web };
    },
    startBots: () => start("bots"),
    printed: () => parts.map((part) => part.printed()).join("\n"),
    stop: async () => {
      await Promise.all(parts.slice(1).map((part) => part.end("SIGTERM")));
      await parts[0]?.end("SIGTERM");
    },
  };
}
