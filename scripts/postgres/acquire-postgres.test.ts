import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { killHard } from "../testing/kill-hard";
import { acquirePostgres, type HeldPostgres } from "./acquire-postgres";
import { postgresUser } from "./postgres-user";
import { reachableFolder } from "./reachable-folder";
import { runningPostmaster } from "./running-postmaster";

let folder = "";
const folders: string[] = [];
let held: HeldPostgres[] = [];
let children: ChildProcess[] = [];

function newFolder(): void {
  folder = mkdtempSync(join(tmpdir(), "assistchat-pg-"));
  chmodSync(folder, 0o711);
  folders.push(folder);
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const postgres of held) await postgres.release();
  held = [];
  children = [];
});

const home = () => join(folder, "postgres");
const cluster = () => join(home(), "cluster");

async function acquire(): Promise<HeldPostgres> {
  const postgres = await acquirePostgres({ folder: home(), password: "secret", durable: false });
  held.push(postgres);
  return postgres;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Another process that holds the same database; resolves with its URL. */
async function holderProcess(): Promise<{ child: ChildProcess; url: string }> {
  const acquirer = fileURLToPath(new URL("./acquire-postgres.ts", import.meta.url));
  const program = `
    import(${JSON.stringify(acquirer)}).then(async ({ acquirePostgres }) => {
      const { url } = await acquirePostgres({ folder: ${JSON.stringify(home())}, password: "secret", durable: false });
      console.log(url);
      setInterval(() => {}, 1000);
    });`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [line] = await once(child.stdout, "data");
  return { child, url: String(line).trim() };
}

const sameServer = (url: string) => new URL(url).port;

describe("the embedded PostgreSQL in a new folder", { timeout: 60_000 }, () => {
  beforeEach(newFolder);

  it("starts, knows Russian, and stops when the last one leaves", async () => {
    const first = await acquire();
    const second = await acquire();
    expect(second.url).toBe(first.url);
    const client = new Client({ connectionString: first.url });
    await client.connect();
    const { rows } = await client.query(
      "SELECT lower('ЗАЛОГ') AS lower, to_tsvector('russian', 'машины')::text AS stem",
    );
    expect(rows[0]).toEqual({ lower: "залог", stem: "'машин':1" });
    await client.end();
    await first.release();
    expect(await answers(first.url)).toBe(true);
    await second.release();
    expect(await answers(first.url)).toBe(false);
  });

  it("is one server for processes that start together, and stops when they are killed", async () => {
    const holders = await Promise.all([holderProcess(), holderProcess(), holderProcess()]);
    const [first] = holders;
    expect(new Set(holders.map(({ url }) => url)).size).toBe(1);
    expect(await answers(first.url)).toBe(true);
    for (const { child } of holders) child.kill("SIGKILL");
    await vi.waitFor(async () => expect(await answers(first.url)).toBe(false), {
      timeout: 15_000,
      interval: 200,
    });
  });

  it("starts over where an earlier initialisation was cut off, and throws nothing away", async () => {
    mkdirSync(join(home(), "cluster.unfinished", "base"), { recursive: true });
    mkdirSync(join(cluster(), "base"), { recursive: true });
    writeFileSync(join(cluster(), "PG_VERSION"), "18\n");
    expect(await answers((await acquire()).url)).toBe(true);
    const names = readdirSync(home());
    expect(names).not.toContain("cluster.unfinished");
    expect(names).toContainEqual(expect.stringMatching(/^cluster\.incomplete-/));
  });

  it.runIf(process.getuid?.() === 0)("goes elsewhere when its user cannot reach the folder", async () => {
    chmodSync(folder, 0o700);
    expect(await answers((await acquire()).url)).toBe(true);
    const elsewhere = reachableFolder(home(), postgresUser());
    expect(elsewhere).not.toBe(home());
    await held[0]?.release();
    rmSync(elsewhere, { recursive: true });
  });
});

describe("the embedded PostgreSQL in the folder it had", { timeout: 60_000 }, () => {
  beforeAll(newFolder);

  it("survives kill -9 of the server, also when another program got its pid", async () => {
    const before = await acquire();
    const postmaster = runningPostmaster(cluster());
    killHard(postmaster?.pid);
    await vi.waitFor(() => expect(runningPostmaster(cluster())).toBeNull(), { timeout: 5_000 });
    const pidFile = join(cluster(), "postmaster.pid");
    const [, ...rest] = readFileSync(pidFile, "utf8").split("\n");
    writeFileSync(pidFile, [String(process.pid), ...rest].join("\n"));
    const after = await acquire();
    expect(await answers(after.url)).toBe(true);
    expect(sameServer(after.url)).toBe(sameServer(before.url));
  });

  it("is revived at its address by whoever holds it, and left alone while it runs", async () => {
    const postgres = await acquire();
    await postgres.revive();
    const before = runningPostmaster(cluster());
    killHard(before?.pid);
    await vi.waitFor(() => expect(runningPostmaster(cluster())).toBeNull(), { timeout: 5_000 });
    await postgres.revive();
    expect(runningPostmaster(cluster())?.pid).not.toBe(before?.pid);
    expect(await answers(postgres.url)).toBe(true);
  });

  it("moves to another port when its own was taken, and remembers it", async () => {
    const before = await acquire();
    await before.release();
    const rival = createServer().listen(Number(sameServer(before.url)), "127.0.0.1");
    await once(rival, "listening");
    const moved = await acquire();
    expect(sameServer(moved.url)).not.toBe(sameServer(before.url));
    expect(await answers(moved.url)).toBe(true);
    await moved.release();
    rival.close();
    expect(sameServer((await acquire()).url)).toBe(sameServer(moved.url));
  });

  it("says so when the secrets do not belong to it", async () => {
    await acquire();
    const foreign = acquirePostgres({ folder: home(), password: "another", durable: false });
    await expect(foreign).rejects.toThrow(/secrets\.json/);
  });
});
