import { renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "./is-running";
import { processIdentitySchema } from "./live-holders";
import { ownIdentity } from "./own-identity";
import { readJsonFile } from "./read-json-file";

const LONGEST_WAIT_MS = 90_000;

function takeOver(path: string): void {
  const owner = readJsonFile(path, processIdentitySchema);
  if (owner && isRunning(owner)) return;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another process removed the same dead lock first: the next round decides.
  }
}

function tryLock(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(ownIdentity()), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Runs the work while this process alone holds the lock file; a lock whose owner died is taken over. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + LONGEST_WAIT_MS;
  for (let round = 0; !tryLock(path); round++) {
    if (Date.now() > giveUpAt) throw new Error(`${path} has been locked for ${LONGEST_WAIT_MS / 1000} s`);
    // The first rounds only wait: a lock file is empty for an instant between its creation and its content.
    if (round > 3) takeOver(path);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
