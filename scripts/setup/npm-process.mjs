import { spawnSync } from "node:child_process";

/** Parent's pid and command name of a process, or null where `ps` cannot tell. */
function look(pid) {
  const line = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  const found = /^\s*(\d+)\s+(.+)$/m.exec(line);
  return found ? { parent: Number(found[1]), name: found[2].trim() } : null;
}

/** The npm that runs this script: our parent, or, where its shell stays in between, that one's. */
export function npmProcess() {
  const parent = look(process.ppid);
  return parent && /(^|\/)(ba|da|a|z)?sh$/.test(parent.name) ? parent.parent : process.ppid;
}
