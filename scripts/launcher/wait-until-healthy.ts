import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits for `<origin>/api/health` to answer 200, however long it takes, until the signal; returns whether it did.
 * Says once when that takes unusually long.
 */
export async function waitUntilHealthy(
  origin: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> {
  const complainAt = Date.now() + 30_000;
  let complained = false;
  while (!signal.aborted) {
    const answer = await fetch(`${origin}/api/health`, { signal }).catch(() => null);
    if (answer?.status === 200) return true;
    if (!complained && Date.now() > complainAt) {
      complained = true;
      say(`still not healthy: ${answer ? await answer.text() : "no answer yet"}`);
    }
    await sleep(100, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
