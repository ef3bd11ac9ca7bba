import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PART_PROGRAMS, type PartName } from "../launcher/parts";

/** How much memory a part of the product that runs in `dataDir` has resident; megabytes (10^6 bytes). */
export function partMemory(dataDir: string, part: PartName): number {
  const claim = JSON.parse(readFileSync(join(dataDir, "run", `${part}.json`), "utf8")) as { pid: number };
  const { stdout } = spawnSync("ps", ["-A", "-o", "ppid=,rss=,args="], { encoding: "utf8" });
  for (const line of stdout.split("\n")) {
    const [, parent, kilobytes, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === claim.pid && command?.includes(PART_PROGRAMS[part]))
      return (Number(kilobytes) * 1024) / 1e6;
  }
  throw new Error(`There is no process of ${part}`);
}
