import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Client } from "pg";
import { type ClusterFolder, clusterFolder } from "./cluster-folder";
import { initialiseCluster } from "./initialise-cluster";
import { isRunning } from "./is-running";
import { liveHolders, processIdentitySchema } from "./live-holders";
import { ownIdentity } from "./own-identity";
import { postgresBinaries } from "./postgres-binaries";
import { postgresUser, type SystemUser } from "./postgres-user";
import { processIdentity } from "./process-identity";
import { readJsonFile } from "./read-json-file";
import { runningPostmaster } from "./running-postmaster";
import { startPostmaster } from "./start-postmaster";
import { stopPostmaster } from "./stop-postmaster";
import { withFileLock } from "./with-file-lock";

interface PostgresOptions {
  /** Where everything of this database lives; made if missing. */
  folder: string;
  /** The password its only user has, or gets when the database is made. */
  password: string;
  /** False only for throw-away data. */
  durable?: boolean;
}

export interface HeldPostgres {
  url: string;
  /** Starts the server again, at the same address, if it has died; rejects when that cannot be. */
  revive: () => Promise<void>;
  /** Says that this process no longer needs the database; the last one out stops it. */
  release: () => Promise<void>;
}

/** The guardian outlives us: it stops the server when no holder is left, also when we are killed. */
function ensureGuardian(path: string, folder: ClusterFolder): void {
  const current = readJsonFile(folder.guardian, processIdentitySchema);
  if (current && isRunning(current)) return;
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const program = fileURLToPath(new URL("./guardian.ts", import.meta.url));
  const guardian = spawn(process.execPath, ["--import", tsx, program, path], {
    detached: true,
    stdio: "ignore",
  });
  guardian.unref();
  const identity = guardian.pid === undefined ? null : processIdentity(guardian.pid);
  if (identity) writeFileSync(folder.guardian, JSON.stringify(identity));
}

/** Only under the lock, and with the server stopped: it would find nothing to do and end by itself soon after. */
function dismissGuardian(folder: ClusterFolder): void {
  const current = readJsonFile(folder.guardian, processIdentitySchema);
  if (current && isRunning(current)) process.kill(current.pid, "SIGKILL");
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect().catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : null;
    // 28P01: invalid_password (PostgreSQL, appendix A).
    if (code !== "28P01") throw error;
    throw new Error(
      "The embedded PostgreSQL refuses the password in DATA_DIR/secrets.json: restore the file that belongs to it",
    );
  });
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'assistchat'");
    if (found.rowCount === 0) await client.query("CREATE DATABASE assistchat");
  } finally {
    await client.end();
  }
}

async function ensureRunning(
  folder: ClusterFolder,
  user: SystemUser | null,
  { password, durable = true }: PostgresOptions,
): Promise<string> {
  const running = existsSync(folder.cluster) ? runningPostmaster(folder.cluster) : null;
  let port = running?.port ?? 0;
  if (port === 0) {
    if (running) await stopPostmaster(folder.cluster);
    const binaries = postgresBinaries(user);
    initialiseCluster({ cluster: folder.cluster, binaries, user, password });
    port = await startPostmaster({ folder, binaries, user, durable });
  }
  const address = `postgresql://assistchat:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  await ensureDatabase(`${address}/postgres`);
  return `${address}/assistchat`;
}

/** The embedded PostgreSQL of that folder, started if it does not run, attached to if it does. */
export async function acquirePostgres(options: PostgresOptions): Promise<HeldPostgres> {
  const user = postgresUser();
  const folder = clusterFolder(options.folder, user);
  const holder = join(folder.holders, `${process.pid}-${randomBytes(4).toString("hex")}.json`);
  const leave = async () => {
    rmSync(holder, { force: true });
    await withFileLock(folder.lock, async () => {
      if (liveHolders(folder.holders) > 0) return;
      await stopPostmaster(folder.cluster);
      dismissGuardian(folder);
    });
  };
  try {
    const url = await withFileLock(folder.lock, async () => {
      writeFileSync(holder, JSON.stringify(ownIdentity()));
      const answer = await ensureRunning(folder, user, options);
      ensureGuardian(options.folder, folder);
      return answer;
    });
    const revive = async () => {
      if (runningPostmaster(folder.cluster)) return;
      const again = await withFileLock(folder.lock, () => ensureRunning(folder, user, options));
      if (again !== url) throw new Error("The embedded PostgreSQL runs again, but at another address");
    };
    return { url, revive, release: leave };
  } catch (error) {
    // It may have been started before things went wrong, and has no guardian yet.
    await leave();
    throw error;
  }
}
