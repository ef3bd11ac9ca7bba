import { randomUUID } from "node:crypto";
import { listenerFor } from "@/bots/listener-for";
import { ListenerStopped } from "@/bots/telegram/listen";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { releaseLease } from "@/server/domain/resources/release-lease";
import { renewLeases } from "@/server/domain/resources/renew-leases";
import { runningResource } from "@/server/domain/resources/running-resource";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { takeLeases } from "@/server/domain/resources/take-leases";
import { logger } from "@/server/lib/logger";

const lookEveryMs = 2000;
const heartbeatMs = 3000;
const probeEveryMs = 30_000;
const firstRetryMs = 2000;
const longestRetryMs = 5 * 60_000;
/** A listener that heard nothing for so long hangs: its poll lasts 25 s at most. */
const stallMs = 90_000;

type Running = { stop: AbortController; done: Promise<void>; aliveAt: number };

/**
 * Listens for every resource whose lease this process holds. One listener's failure is that resource's error and
 * nobody else's; it is tried again after a growing pause.
 */
export function startSupervisor(): { stop: () => Promise<void> } {
  const holder = randomUUID();
  const running = new Map<number, Running>();
  let stopped = false;

  const begin = (resourceId: number) => {
    const stop = new AbortController();
    const entry: Running = { stop, aliveAt: Date.now(), done: Promise.resolve() };
    entry.done = keepListening(holder, resourceId, stop.signal, () => {
      entry.aliveAt = Date.now();
    });
    running.set(resourceId, entry);
  };
  const end = (resourceId: number) => {
    running.get(resourceId)?.stop.abort();
    running.delete(resourceId);
  };

  const look = every(lookEveryMs, async () => {
    for (const resourceId of await takeLeases(holder))
      if (!stopped && !running.has(resourceId)) begin(resourceId);
  });
  const heartbeat = every(heartbeatMs, async () => {
    const held = new Set(await renewLeases(holder));
    for (const [resourceId, entry] of running) {
      if (!held.has(resourceId)) end(resourceId);
      else if (Date.now() - entry.aliveAt > stallMs) {
        await setResourceError(
          resourceId,
          "unreachable",
          "The listener heard nothing for 90 seconds and was started anew.",
        );
        end(resourceId);
        begin(resourceId);
      }
    }
  });
  // Troubles that a listener does not see, such as lost rights in a group, end without telling us.
  const mend = every(probeEveryMs, async () => {
    for (const resourceId of running.keys()) {
      if ((await runningResource(resourceId)).state === "error") await probeResource(resourceId);
    }
  });

  return {
    async stop() {
      stopped = true;
      for (const timer of [look, heartbeat, mend]) clearInterval(timer);
      const listeners = [...running];
      for (const [resourceId] of listeners) end(resourceId);
      await Promise.all(listeners.map(([, { done }]) => done));
      await Promise.all(listeners.map(([resourceId]) => releaseLease(holder, resourceId)));
    },
  };
}

/** Runs `act` at once and then regularly, never two at a time; a failure is logged and the next turn tries again. */
function every(ms: number, act: () => Promise<void>): NodeJS.Timeout {
  let busy = false;
  const turn = async () => {
    if (busy) return;
    busy = true;
    try {
      await act();
    } catch (error) {
      logger.error({ err: error }, "the supervisor could not do its round");
    } finally {
      busy = false;
    }
  };
  void turn();
  return setInterval(turn, ms);
}

async function keepListening(
  holder: string,
  resourceId: number,
  signal: AbortSignal,
  onAlive: () => void,
): Promise<void> {
  let pauseMs = firstRetryMs;
  while (!signal.aborted) {
    const startedAt = Date.now();
    try {
      await listenerFor((await runningResource(resourceId)).provider)(holder, resourceId, signal, onAlive);
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
  const network = error instanceof Error && error.name === "HttpError";
  const code = error instanceof ListenerStopped ? error.code : network ? "unreachable" : "crashed";
  logger.error({ err: error, resourceId, code }, "a listener stopped");
  try {
    await setResourceError(resourceId, code, network ? "The provider could not be reached." : detail);
  } catch (failure) {
    // Without a database nothing can be noted; the round of the supervisor says so too.
    logger.error({ err: failure, resourceId }, "the resource's error could not be stored");
  }
}

function pause(ms: number, signal: AbortSignal, onAlive: () => void): Promise<void> {
  return new Promise((resolve) => {
    const beat = setInterval(onAlive, 10_000);
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
