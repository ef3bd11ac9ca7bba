import { logger } from "@/server/lib/logger";
import { openRedis, type RedisConnection } from "@/server/lib/open-redis";
import type { Bus, Wake } from "@/server/realtime/bus";

/** A Redis that hangs must not hold back who publishes; milliseconds. */
const patienceMs = 1000;

/**
 * The bus over Redis: one connection publishes, one listens. The channel carries the number of the Redis database,
 * so that installations with databases of their own do not hear each other.
 */
export function redisBus(url: string): Bus {
  const channel = `assistchat:wake:${new URL(url).pathname.slice(1) || "0"}`;
  const publisher = openRedis(url, "publishing");
  let listener: RedisConnection | undefined;

  async function listen(onWake: (wake: Wake) => void, onGap: () => void): Promise<void> {
    const connection = openRedis(url, "listening");
    listener = connection;
    const { client } = connection;
    try {
      await connection.connected;
      await client.subscribe(channel, (payload) => {
        for (const wake of JSON.parse(payload) as Wake[]) onWake(wake);
      });
      onGap();
      // After a break the client subscribes again by itself, and is ready when it has.
      client.on("ready", onGap);
    } catch (error) {
      if (listener !== connection) return;
      // Cut between connecting and subscribing: from the beginning.
      logger.warn({ error: String(error) }, "Redis took no subscription, trying again");
      if (client.isOpen) client.destroy();
      setTimeout(() => listener === connection && void listen(onWake, onGap), patienceMs).unref();
    }
  }

  return {
    publish: async (wakes) => {
      const { client, connected } = publisher;
      await inTime(connected.then(() => client.publish(channel, JSON.stringify(wakes))));
    },
    start: (onWake, onGap) => void listen(onWake, onGap),
    trouble: () => (publisher.isLost() || listener?.isLost() ? "Redis does not answer." : null),
    async stop() {
      const connections = [publisher, listener];
      listener = undefined;
      for (const connection of connections) if (connection?.client.isOpen) connection.client.destroy();
    },
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
