import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { killHard } from "../testing/kill-hard";
import { choosePort } from "./choose-port";
import { isPortFree } from "./is-port-free";

// Real starts of the lightest part, the simulator: it needs neither build nor database.
const START = fileURLToPath(new URL("../start.mjs", import.meta.url));
let dataDir = "";
let port = 0;
let children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "assistchat-launcher-"));
  port = await choosePort(0);
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  rmSync(dataDir, { recursive: true, force: true });
});

function start(extra: Record<string, string> = {}, args = ["simulator"]) {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    SIMULATOR_PORT: String(port),
    LOG_LEVEL: "info",
    ...extra,
  };
  const child = spawn(process.execPath, [START, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, ended, said: () => said };
}

const simulatorPids = (said: string) =>
  [...said.matchAll(/"pid":(\d+)[^\n]*simulator listening/g)].map((m) => Number(m[1]));

async function startedSimulator() {
  const started = start();
  await vi.waitFor(() => expect(started.said()).toContain("simulator listening"), { timeout: 20_000 });
  return started;
}

/** Leaves nothing behind. */
async function stopsCleanly({ child, ended, said }: ReturnType<typeof start>, signal: NodeJS.Signals) {
  child.kill(signal);
  expect(await ended, said()).toBe(0);
  expect(await isPortFree(port)).toBe(true);
}

describe("npm start", { timeout: 60_000 }, () => {
  it("says in one line that it runs already, harms nothing, and stops cleanly when asked to", async () => {
    const first = await startedSimulator();
    const second = start({ SIMULATOR_PORT: String(await choosePort(0)) });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(
      /^AssistChat \(simulator\) is already running at http\S+, process \d+\.\n$/,
    );
    expect(await isPortFree(port)).toBe(false);
    await stopsCleanly(first, "SIGINT");
    await stopsCleanly(await startedSimulator(), "SIGTERM");
  });

  it("names the variable of a port that another program has", async () => {
    const rival = createServer().listen(port, "127.0.0.1");
    await once(rival, "listening");
    const { ended, said } = start();
    expect(await ended).toBe(1);
    expect(said()).toBe(`Port ${port} is taken by another program: set SIMULATOR_PORT to a free one.\n`);
    rival.close();
  });

  it("names the variable of a bad value, in one line", async () => {
    const { ended, said } = start({ PORT: "eighty" });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^PORT should be .*\n$/);
  });

  it("says so in one line when the data has no place", async () => {
    const { ended, said } = start({ DATA_DIR: join(START, "data") });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^DATA_DIR should be .*\n$/);
  });

  it("starts a crashed part again", async () => {
    const started = await startedSimulator();
    const { said } = started;
    killHard(simulatorPids(said())[0]);
    await vi.waitFor(() => expect(simulatorPids(said())).toHaveLength(2), { timeout: 20_000 });
    expect(said()).toContain("simulator ended (SIGKILL); starting it again in 1 s");
    await stopsCleanly(started, "SIGTERM");
  });

  it("takes its parts with it when it is killed", async () => {
    const { child } = await startedSimulator();
    child.kill("SIGKILL");
    await vi.waitFor(async () => expect(await isPortFree(port)).toBe(true), {
      timeout: 15_000,
      interval: 200,
    });
  });
});
