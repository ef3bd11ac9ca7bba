import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { humanLine } from "./human-line";
import { NODE_FLAGS } from "./node-flags";
import { partArgs } from "./part-args";
import { PART_PROGRAMS, type PartName } from "./parts";

interface PartOptions {
  name: PartName;
  env: NodeJS.ProcessEnv;
  /** Arguments for the part's program. */
  args?: string[];
  /** Further ones for its first start only. */
  firstArgs?: string[];
  say: (line: string) => void;
}

export interface RunningPart {
  /** Asks it to stop, kills it after ten seconds; resolves when it is gone. */
  stop: () => Promise<void>;
  /** Sends it a message over the channel between us. */
  tell: (message: string) => void;
  /** Kills it now. */
  kill: () => void;
}

const STOP_MS = 10_000;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;
/** A part that ran this long and then died starts over with the shortest wait. */
const STEADY_MS = 60_000;

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;

function start({ name, env }: PartOptions, args: string[]): ChildProcess {
  const flags = [...NODE_FLAGS, "--import", endWithParent, "--import", tsx];
  const child = spawn(process.execPath, [...flags, PART_PROGRAMS[name], ...partArgs(name, env), ...args], {
    env,
    // Its own group, so that a terminal's Ctrl-C does not stop it behind our back.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) =>
      process.stdout.write(`${name.padEnd(9)} | ${process.stdout.isTTY ? humanLine(line) : line}\n`),
    );
  }
  return child;
}

/** Keeps one part running: starts it, restarts it with growing waits when it crashes, until it is stopped. */
export function runPart(options: PartOptions): RunningPart {
  const { args = [], firstArgs = [] } = options;
  let child = start(options, [...args, ...firstArgs]);
  let startedAt = Date.now();
  let backoff = FIRST_BACKOFF_MS;
  const ending = new AbortController();

  const keep = async () => {
    while (!ending.signal.aborted) {
      const how = await new Promise<string>((resolve) => {
        child.once("error", (error) => resolve(error.message));
        child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
      });
      if (ending.signal.aborted) return;
      if (Date.now() - startedAt > STEADY_MS) backoff = FIRST_BACKOFF_MS;
      options.say(`${options.name} ended (${how}); starting it again in ${backoff / 1000} s`);
      await sleep(backoff, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MS);
      startedAt = Date.now();
      child = start(options, args);
    }
  };
  const kept = keep();

  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    const gone = isGone() ? Promise.resolve() : new Promise((resolve) => child.once("exit", resolve));
    ending.abort();
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await gone;
    clearTimeout(killer);
    await kept;
  };
  return {
    stop,
    tell: (message) => {
      if (child.connected) child.send(message);
    },
    kill: () => {
      ending.abort();
      child.kill("SIGKILL");
    },
  };
}
