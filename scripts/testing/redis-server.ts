import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createConnection } from "node:net";
import { choosePort } from "../launcher/choose-port";
import { until } from "./until";

/** Whether this machine has a redis-server; without one its tests are skipped, and say so. */
export function hasRedis(): boolean {
  const found = spawnSync("redis-server", ["--version"]).status === 0;
  if (!found) process.stdout.write("SKIPPED: the tests with Redis, for there is no redis-server here\n");
  return found;
}

export interface RedisServer {
  url: string;
  /** Pauses or resumes it (SIGSTOP, SIGCONT). */
  signal: (signal: "SIGSTOP" | "SIGCONT") => void;
  /** Kills it at once. */
  kill: () => Promise<void>;
  /** Starts it again, at the same address and empty. */
  start: () => Promise<void>;
}

/** An empty Redis of the test's own, on a free port. */
export async function startRedis(): Promise<RedisServer> {
  const port = await choosePort(0);
  let server: ChildProcess;
  const start = async () => {
    server = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""], {
      stdio: "ignore",
    });
    await until("Redis takes connections", () => accepts(port));
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: (signal) => server.kill(signal),
    kill: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
    start,
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}
