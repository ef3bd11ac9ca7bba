import { ListenerStopped } from "@/bots/listener-stopped";
import { openLink } from "@/bots/open-link";
import type { ProviderThread } from "@/bots/watchdog/provider-thread";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { logger } from "@/server/lib/logger";

const firstRetryMs = 2000;
const longestRetryMs = 5 * 60_000;
/** The watchdog hears of a listener in a pause so often. */
const beatMs = 10_000;

/** Has a resource listened for in its provider's thread until `signal` aborts, again after every failure, which becomes the resource's error. */
export async function keepListening(
  holder: string,
  resourceId: number,
  threadOf: (provider: string) => ProviderThread,
  signal: AbortSignal,
  onAlive: () => void,
): Promise<void> {
  let pauseMs = firstRetryMs;
  while (!signal.aborted) {
    const startedAt = Date.now();
    try {
      const { task, link } = await openLink(holder, resourceId, onAlive);
      await threadOf(task.provider).listen(task, link, signal);
    } catch (error) {
      if (signal.aborted) return;
      await reportFailure(resourceId, error);
    }
    if (Date.now() - startedAt > longestRetryMs) pauseMs = firstRetryMs;
    await pause(pauseMs * (0.8 + Math.random() * 0.4), signal, onAlive);
    pauseMs = Math.min(pauseMs * 2, longestRetryMs);
  }
}

async function reportFailure(resourceId: number, error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof ListenerStopped ? error.code : "crashed";
  logger.error({ err: error, resourceId, code }, "a listener stopped");
  try {
    await setResourceError(resourceId, code, detail);
  } catch (failure) {
    // Without a database nothing can be noted; the round of the supervisor says so too.
    logger.error({ err: failure, resourceId }, "the resource's error could not be stored");
  }
}

function pause(ms: number, signal: AbortSignal, onAlive: () => void): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const beat = setInterval(onAlive, beatMs);
    const finish = () => {
      clearTimeout(timer);
      clearInterval(beat);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener("abort", finish);
  });
}
