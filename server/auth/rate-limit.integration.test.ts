import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasRedis, type RedisServer, startRedis } from "@/scripts/testing/redis-server";
import { until } from "@/scripts/testing/until";
import { forgive, rateLimit } from "@/server/auth/rate-limit";
import { env } from "@/server/lib/env";
import { openRedis, type RedisConnection } from "@/server/lib/open-redis";

describe.skipIf(!hasRedis())("limits kept in Redis", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
    env.REDIS_URL = redis.url;
  });
  afterAll(() => redis.kill());

  async function inRedis<T>(ask: (client: RedisConnection["client"]) => Promise<T>): Promise<T> {
    const { client, connected } = openRedis(redis.url, "test");
    await connected;
    try {
      return await ask(client);
    } finally {
      client.destroy();
    }
  }
  const call = (key: string) =>
    rateLimit("customer-call", key).then(
      () => "ok",
      (error) => error.reason,
    );

  it("count what other processes counted, and forget it when told", async () => {
    await until("the limiter is connected", async () => {
      await rateLimit("demo-key", crypto.randomUUID());
      return inRedis(async (client) => (await client.dbSize()) > 0);
    });
    // Another web process let this contact call nine times.
    await inRedis((client) => client.set("assistchat:limit:customer-call:5", "9", { EX: 60 }));
    expect(await call("5")).toBe("ok");
    expect(await call("5")).toBe("rate_limited");
    await forgive("customer-call", "5");
    expect(await call("5")).toBe("ok");
  });

  it("hold within each process while Redis is away or hangs", async () => {
    const tenAndOne = async (key: string) => {
      const said: string[] = [];
      for (let calls = 0; calls < 11; calls += 1) said.push(await call(key));
      return said;
    };
    const expected = [...Array<string>(10).fill("ok"), "rate_limited"];
    redis.signal("SIGSTOP");
    expect((await Promise.all(Array.from({ length: 11 }, () => call("6")))).sort()).toEqual(expected);
    redis.signal("SIGCONT");
    await redis.kill();
    expect(await tenAndOne("7")).toEqual(expected);
    await redis.start();
  });
});
