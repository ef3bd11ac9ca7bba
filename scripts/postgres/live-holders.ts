import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isRunning } from "./is-running";
import { readJsonFile } from "./read-json-file";

/** The shape of a file that names a process: a holder, the guardian, a lock's owner. */
export const processIdentitySchema = z.object({ pid: z.number(), startedAt: z.string() });

/** How many running processes need the database; files of dead ones are removed. A missing folder has none. */
export function liveHolders(folder: string): number {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return 0;
  }
  let live = 0;
  for (const name of names) {
    const holder = readJsonFile(join(folder, name), processIdentitySchema);
    // One that cannot be read is being written: it belongs to someone who holds the lock.
    if (!holder) continue;
    if (isRunning(holder)) live++;
    else rmSync(join(folder, name), { force: true });
  }
  return live;
}
