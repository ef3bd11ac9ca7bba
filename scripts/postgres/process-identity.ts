import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface ProcessIdentity {
  pid: number;
  /** When the process began, as the system writes it: tells a reused pid from the process that was meant. */
  startedAt: string;
}

function startedAt(pid: number): string | null {
  if (process.platform !== "linux") {
    const line = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
    }).stdout?.trim();
    return line && !line.startsWith("Z") ? line.replace(/^\S+\s+/, "") : null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; fields are counted after it (proc(5)): state is 3, starttime is 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** The identity of a running process, or null when there is none (a zombie counts as none). */
export function processIdentity(pid: number): ProcessIdentity | null {
  const started = startedAt(pid);
  return started === null ? null : { pid, startedAt: started };
}
