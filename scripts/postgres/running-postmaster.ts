import { spawnSync } from "node:child_process";
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "./process-identity";

export interface Postmaster {
  pid: number;
  port: number;
}

function commandOf(pid: number): string {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function readLines(file: string): string[] | null {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
}

/**
 * The postmaster that runs on this cluster, or null. A pid file left by a dead one is left for PostgreSQL to judge
 * (it also looks at shared memory); where another program got its pid, the pid alone is replaced by a dead one, for
 * PostgreSQL would refuse to start. Lines of the file: pid, data directory, start time, port (src/include/utils/pidfile.h).
 */
export function runningPostmaster(dataDirectory: string): Postmaster | null {
  const file = join(dataDirectory, "postmaster.pid");
  const lines = readLines(file);
  if (lines === null) return null;
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid) || processIdentity(pid) === null) return null;
  const command = commandOf(pid);
  if (command.includes("postgres") && command.includes(realpathSync(dataDirectory))) {
    return { pid, port: Number.parseInt(lines[3] ?? "", 10) || 0 };
  }
  const dead = spawnSync(process.execPath, ["--version"]).pid;
  writeFileSync(file, [String(dead), ...lines.slice(1)].join("\n"));
  return null;
}
