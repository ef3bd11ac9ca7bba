import { setTimeout as sleep } from "node:timers/promises";
import { isRunning } from "./is-running";
import { processIdentity } from "./process-identity";
import { runningPostmaster } from "./running-postmaster";

const FAST_SHUTDOWN_MS = 15_000;

/** Stops the server of that cluster, if it runs, and returns when it is gone: SIGINT (fast), then SIGQUIT. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const postmaster = runningPostmaster(cluster);
  const identity = postmaster && processIdentity(postmaster.pid);
  if (!identity) return;
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isRunning(identity)) return;
    process.kill(identity.pid, signal);
    const giveUpAt = Date.now() + (signal === "SIGINT" ? FAST_SHUTDOWN_MS : 5_000);
    while (isRunning(identity) && Date.now() < giveUpAt) await sleep(25);
  }
}
