import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterFolder } from "./cluster-folder";
import { freePort } from "./free-port";
import type { PostgresBinaries } from "./postgres-binaries";
import type { SystemUser } from "./postgres-user";

interface Start {
  folder: ClusterFolder;
  binaries: PostgresBinaries;
  user: SystemUser | null;
  /** False only for throw-away data: commits are not flushed to the disk. */
  durable: boolean;
}

const READY_WITHIN_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

function settings(durable: boolean): string[] {
  const values = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "shared_buffers=128MB",
    "effective_cache_size=1GB",
    "random_page_cost=1.1",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_wal_size=512MB",
    "idle_in_transaction_session_timeout=5min",
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]),
  ];
  return values.flatMap((value) => ["-c", value]);
}

function rememberedPort(file: string): number | undefined {
  return existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) || undefined : undefined;
}

type Outcome = { ok: true } | { ok: false; log: string };

async function attempt(start: Start, port: number): Promise<Outcome> {
  const { folder, binaries, user, durable } = start;
  if (existsSync(folder.log) && statSync(folder.log).size > LOG_LIMIT_BYTES) truncateSync(folder.log);
  const log = openSync(folder.log, "a");
  const logStart = statSync(folder.log).size;
  const server = spawn(binaries.postgres, ["-D", folder.cluster, "-p", String(port), ...settings(durable)], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    ...(user ?? {}),
  });
  closeSync(log);
  let ended: string | null = null;
  server.once("error", (error) => {
    ended = error.message;
  });
  server.once("exit", (code, signal) => {
    ended = `it ended with ${signal ?? code}`;
  });
  const said = () => readFileSync(folder.log).subarray(logStart).toString("utf8");
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (ended === null && Date.now() < giveUpAt) {
    if (said().includes("database system is ready to accept connections")) {
      server.unref();
      return { ok: true };
    }
    await sleep(20);
  }
  if (ended === null) server.kill("SIGQUIT");
  return { ok: false, log: `${ended ?? "it was not ready in time"}\n${said().trim()}` };
}

/**
 * Starts the server on the remembered port, or on another free one, which it then remembers; returns the port.
 * It outlives this process: stopping it is its guardian's and `stopPostmaster`'s work.
 */
export async function startPostmaster(start: Start): Promise<number> {
  let outcome: Outcome = { ok: false, log: "" };
  for (let round = 0; round < 20; round++) {
    const port = await freePort(rememberedPort(start.folder.port));
    outcome = await attempt(start, port);
    if (outcome.ok) {
      writeFileSync(start.folder.port, String(port));
      return port;
    }
    // Both pass: processes of a killed server that are still ending, and a port taken since we looked.
    if (!/still in use|Address already in use|could not create any TCP/.test(outcome.log)) break;
    await sleep(500);
  }
  throw new Error(
    `The embedded PostgreSQL did not start (${start.folder.log}): ${outcome.ok ? "" : outcome.log}`,
  );
}
