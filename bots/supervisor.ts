import { randomUUID } from "node:crypto";
import { keepListening } from "@/bots/keep-listening";
import { ProviderThread, type ThreadOptions } from "@/bots/watchdog/provider-thread";
import { mendResource } from "@/server/domain/resources/mend-resource";
import { releaseLease } from "@/server/domain/resources/release-lease";
import { renewLeases } from "@/server/domain/resources/renew-leases";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { leaseMs, takeLeases } from "@/server/domain/resources/take-leases";
import { logger } from "@/server/lib/logger";

const lookEveryMs = 2000;
const heartbeatMs = 3000;
const probeEveryMs = 30_000;
/** A listener that heard nothing for so long hangs: its poll lasts 25 s at most. */
const stallMs = 90_000;
/** A graceful stop does not wait longer for listeners. */
const stopMs = 5000;

/** Settings that a test makes smaller. */
type SupervisorOptions = ThreadOptions & { lookEveryMs?: number; heartbeatMs?: number };

type Running = { stop: AbortController; done: Promise<void>; aliveAt: number; configuration: string };

/**
 * Listens for every resource whose lease this process holds, each provider's in a thread of its own. One listener's
 * failure is that resource's error and nobody else's; it is tried again after a growing pause.
 */
export function startSupervisor(options: SupervisorOptions = {}): { stop: () => Promise<void> } {
  const holder = randomUUID();
  const threads = new Map<string, ProviderThread>();
  const threadOf = (provider: string) => {
    const found = threads.get(provider) ?? new ProviderThread(provider, options);
    threads.set(provider, found);
    return found;
  };
  const running = new Map<number, Running>();
  let stopped = false;
  let renewedAt = Date.now();

  const begin = (resourceId: number, configuration: string) => {
    const stop = new AbortController();
    const entry: Running = { stop, aliveAt: Date.now(), done: Promise.resolve(), configuration };
    entry.done = keepListening(holder, resourceId, threadOf, stop.signal, () => {
      entry.aliveAt = Date.now();
    });
    running.set(resourceId, entry);
  };
  const end = (resourceId: number) => {
    running.get(resourceId)?.stop.abort();
    running.delete(resourceId);
  };

  const look = every(options.lookEveryMs ?? lookEveryMs, async () => {
    for (const [resourceId, configuration] of await takeLeases(holder))
      if (!stopped && !running.has(resourceId)) begin(resourceId, configuration);
  });
  const heartbeat = every(options.heartbeatMs ?? heartbeatMs, async () => {
    const held = await renewLeases(holder);
    renewedAt = Date.now();
    // Held, but stopped here while the database could not be reached.
    for (const [resourceId, configuration] of held)
      if (!stopped && !running.has(resourceId)) begin(resourceId, configuration);
    for (const [resourceId, entry] of running) {
      const configuration = held.get(resourceId);
      if (configuration === undefined) {
        end(resourceId);
        continue;
      }
      if (entry.configuration !== configuration) {
        logger.info({ resourceId }, "the resource was changed; its listener starts anew");
        end(resourceId);
        begin(resourceId, configuration);
        continue;
      }
      if (Date.now() - entry.aliveAt > stallMs) {
        end(resourceId);
        begin(resourceId, configuration);
        await setResourceError(
          resourceId,
          "unreachable",
          "The listener heard nothing for 90 seconds and was started anew.",
        );
      }
    }
  });
  // Without a database nobody renews: a rival listens once our leases ran out, so we must not any more.
  const lost = setInterval(() => {
    if (Date.now() - renewedAt < leaseMs) return;
    for (const resourceId of [...running.keys()]) end(resourceId);
  }, 1000);
  // Troubles that a listener does not see, such as lost rights in a group, end without telling us.
  const mend = every(probeEveryMs, () => mendAll([...running.keys()]));

  return {
    async stop() {
      stopped = true;
      for (const timer of [look, heartbeat, lost, mend]) clearInterval(timer);
      const held = [...running];
      for (const [resourceId] of held) end(resourceId);
      const allDone = Promise.all(held.map(([, { done }]) => done));
      await Promise.race([allDone, new Promise((resolve) => setTimeout(resolve, stopMs).unref())]);
      await Promise.all(held.map(([resourceId]) => releaseLease(holder, resourceId)));
      await Promise.all([...threads.values()].map((each) => each.stop()));
    },
  };
}

async function mendAll(resourceIds: number[]): Promise<void> {
  for (const probed of await Promise.allSettled(resourceIds.map(mendResource))) {
    if (probed.status === "rejected") logger.warn({ err: probed.reason }, "a resource could not be probed");
  }
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
