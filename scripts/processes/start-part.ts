import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { NODE_FLAGS } from "../launcher/node-flags";
import { partArgs } from "../launcher/part-args";
import { PART_PROGRAMS, type PartName } from "../launcher/parts";

export interface PartProcess {
  /** Everything it has printed. */
  printed: () => string;
  hasEnded: () => boolean;
  /** Sends the signal and waits for its end. */
  end: (signal: "SIGTERM" | "SIGKILL") => Promise<void>;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
const endWithParent = new URL("../launcher/end-with-parent.mjs", import.meta.url).href;

/** Starts one real process of the product, which ends with us at the latest. */
export function startPart(name: PartName, env: NodeJS.ProcessEnv): PartProcess {
  const flags = [...NODE_FLAGS, "--trace-deprecation", "--import", endWithParent, "--import", tsx];
  const child = spawn(process.execPath, [...flags, PART_PROGRAMS[name], ...partArgs(name, env)], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString("utf8");
    });
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    printed: () => printed,
    hasEnded,
    end: async (signal) => {
      if (hasEnded()) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}
