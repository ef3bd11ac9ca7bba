import { createClient } from "@redis/client";
import { logger } from "@/server/lib/logger";

const firstPauseMs = 100;
const longestPauseMs = 10_000;

export type RedisConnection = {
  client: ReturnType<typeof makeClient>;
  /** Settles with the first connection, or rejects when `client.destroy()` ended the attempts. */
  connected: Promise<void>;
  /** Whether the last attempt to reach Redis failed. */
  isLost: () => boolean;
};

/**
 * Opens a connection to Redis that is opened again for ever, with growing pauses. While there is none, commands fail
 * at once instead of waiting. `purpose` names it in the log.
 */
export function openRedis(url: string, purpose: string): RedisConnection {
  const client = makeClient(url);
  let isLost = false;
  client.on("error", (error) => {
    if (!isLost) logger.warn({ purpose, error: String(error) }, "Redis does not answer, trying again");
    isLost = true;
  });
  client.on("ready", () => {
    if (isLost) logger.info({ purpose }, "Redis answers again");
    isLost = false;
  });
  const connected = client.connect().then(() => undefined);
  // Whoever needs the connection awaits it; that nobody does is no failure.
  connected.catch(() => undefined);
  return { client, connected, isLost: () => isLost };
}

function makeClient(url: string) {
  return createClient({
    url,
    // What every Redis and its kin understand.
    RESP: 2,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 3000,
      keepAlive: true,
      reconnectStrategy: (retries) =>
        Math.min(firstPauseMs * 2 ** Math.min(retries, 10), longestPauseMs) * (0.8 + Math.random() * 0.4),
    },
  });
}
