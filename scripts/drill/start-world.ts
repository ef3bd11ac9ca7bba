import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { ensureSecrets } from "@/server/lib/secrets";
import { choosePort } from "../launcher/choose-port";
import { ensureBuilt } from "../launcher/ensure-built";
import { ensureGenerated } from "../launcher/ensure-generated";
import { prepareDatabase } from "../launcher/prepare-database";
import { acquirePostgres, type HeldPostgres } from "../postgres/acquire-postgres";
import { clusterFolder } from "../postgres/cluster-folder";
import { postgresUser } from "../postgres/postgres-user";
import { runningPostmaster } from "../postgres/running-postmaster";
import { startPart } from "../processes/start-part";
import { Simulator } from "../testing/simulator-client";
import { until } from "../testing/until";
import { type KeptPart, keepPart } from "./keep-part";
import { type SmallDisk, smallDisk } from "./small-disk";

const databaseRestartAfterMs = 1_000;

/** The product as a company runs it, with an outside world, all in one temporary folder. */
export interface World {
  origin: string;
  simulator: Simulator;
  web: KeptPart;
  bots: [KeptPart, KeptPart];
  disk: SmallDisk;
  /** Ends the database at once (kill -9) and starts it again a moment later; resolves when it takes connections. */
  killDatabase: () => Promise<void>;
  /** Asks the database, again and again while it is away. */
  ask: <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;
}

/**
 * Starts one web, two bots, a database and the simulator on free ports with data of their own. `onEnd` gets what undoes
 * each step, to be done in reverse order, also when a later step fails.
 */
export async function startWorld(
  say: (line: string) => void,
  onEnd: (undo: () => unknown) => void,
): Promise<World> {
  await ensureGenerated();
  await ensureBuilt(() => say("building…"));
  const dataDir = mkdtempSync(join(tmpdir(), "assistchat-drill-"));
  // Root's database runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o711);
  onEnd(() => rmSync(dataDir, { recursive: true, force: true }));
  const { databasePassword: password } = ensureSecrets(dataDir);
  const folder = join(dataDir, "postgres");
  const database = await acquirePostgres({ folder, password });
  onEnd(() => database.release());
  const [port, simulatorPort] = [await choosePort(0), await choosePort(0)];
  const origin = `http://localhost:${port}`;
  const simulator = new Simulator(`http://127.0.0.1:${simulatorPort}`);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "warn",
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    PORT: String(port),
    SIMULATOR_PORT: String(simulatorPort),
    APP_URL: origin,
    // Whatever this machine is configured for, a drill never leaves it.
    TELEGRAM_API_ROOT: simulator.url,
    OPENAI_API_BASE: `${simulator.url}/v1`,
    OPENAI_API_KEY: "none",
  };
  const disk = smallDisk(join(dataDir, "files"));
  onEnd(disk.remove);
  await prepareDatabase(dataDir, env);
  const outside = startPart("simulator", env);
  onEnd(() => outside.end("SIGTERM"));
  await until("the simulator answers", () => simulator.call("GET", "/world").catch(() => null));
  const keep = (name: "web" | "bots") => {
    const part = keepPart(name, env, say);
    onEnd(part.stop);
    return part;
  };
  const web = keep("web");
  const bots: [KeptPart, KeptPart] = [keep("bots"), keep("bots")];
  await until(
    "everything is well",
    async () => {
      const health = await fetch(`${origin}/api/health`).catch(() => null);
      return health?.ok && ((await health.json()) as { status: string }).status === "ok";
    },
    60_000,
  );
  const killDatabase = () => killAndRevive(database, clusterFolder(folder, postgresUser()).cluster);
  return { origin, simulator, web, bots, disk, killDatabase, ask: asking(database.url) };
}

async function killAndRevive(database: HeldPostgres, cluster: string): Promise<void> {
  const postmaster = runningPostmaster(cluster);
  if (!postmaster) throw new Error("The database does not run");
  process.kill(postmaster.pid, "SIGKILL");
  await sleep(databaseRestartAfterMs);
  await database.revive();
}

function asking(connectionString: string): World["ask"] {
  return async <Row extends object>(sql: string, values: unknown[] = []) =>
    until(
      "the database's answer",
      async () => {
        const client = new Client({ connectionString });
        client.on("error", () => undefined);
        try {
          await client.connect();
          return (await client.query<Row>(sql, values)).rows;
        } catch (error) {
          // A mistake of ours would never pass by itself.
          if (error instanceof Error && "position" in error) throw error;
          return null;
        } finally {
          await client.end().catch(() => undefined);
        }
      },
      60_000,
    );
}
