import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sizeBytes = 16 * 2 ** 20;

export interface SmallDisk {
  /** What stands for the full disk here, in words. */
  kind: string;
  /** Leaves no room for files. */
  fill: () => void;
  /** Makes room again. */
  free: () => void;
  remove: () => void;
}

/**
 * A disk for the files alone, which can be filled: a file system of its own in memory where we may mount one (Linux,
 * root), else a folder that cannot be written to.
 */
export function smallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const mounted =
    process.platform === "linux" &&
    spawnSync("mount", ["-t", "tmpfs", "-o", `size=${sizeBytes}`, "tmpfs", folder]).status === 0;
  if (!mounted) {
    return {
      kind: "a folder that cannot be written to",
      fill: () => chmodSync(folder, 0o500),
      free: () => chmodSync(folder, 0o700),
      remove: () => chmodSync(folder, 0o700),
    };
  }
  const ballast = join(folder, "ballast");
  return {
    kind: "a file system in memory without a byte left",
    fill: () => {
      try {
        writeFileSync(ballast, Buffer.alloc(sizeBytes));
      } catch {
        // It took what there was room for.
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => void spawnSync("umount", ["-l", folder]),
  };
}
