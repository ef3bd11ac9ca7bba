import { spawnSync } from "node:child_process";
import type { SystemUser } from "./postgres-user";

/** Whether that user can enter the folder (every parent lets it through). */
export function canReach(folder: string, user: SystemUser): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid: user.uid, gid: user.gid, cwd: "/" })
      .status === 0
  );
}
