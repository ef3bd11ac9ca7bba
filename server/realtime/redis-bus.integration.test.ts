import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasRedis, type RedisServer, startRedis } from "@/scripts/testing/redis-server";
import { until } from "@/scripts/testing/until";
import type { Bus, Wake } from "@/server/realtime/bus";
import { busWithSpare } from "@/server/realtime/bus-with-spare";
import { postgresBus } from "@/server/realtime/postgres-bus";
import { redisBus } from "@/server/realtime/redis-bus";

describe.skipIf(!hasRedis())("the bus over Redis", () => {
  let redis: RedisServer;
  const buses: Bus[] = [];
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const bus of buses.splice(0)) await bus.stop();
  });
  afterAll(() => redis.kill());

  /** A bus as a process of its own would have it, listening, with what it heard. */
  async function open(make: () => Bus) {
    const bus = make();
    const heard: Wake[] = [];
    let gaps = 0;
    buses.push(bus);
    bus.start(
      (wake) => heard.push(wake),
      () => {
        gaps += 1;
      },
    );
    await until("the bus listens", () => gaps > 0);
    return { bus, heard, gaps: () => gaps };
  }
  const overRedis = (path = "") => open(() => redisBus(redis.url + path));
  const withSpare = () => open(() => busWithSpare(redisBus(redis.url), postgresBus()));

  it("carries wakes with their hints to every process, of any size", async () => {
    const [one, other] = [await overRedis(), await overRedis()];
    const wakes = [{ topic: "a" }, { topic: "b", hint: { type: "typing", text: "я".repeat(20_000) } }];
    await one.bus.publish(wakes);
    await until("both heard", () => one.heard.length === 2 && other.heard.length === 2);
    expect(other.heard).toEqual(wakes);
  });

  it("keeps to its own Redis database", async () => {
    const [one, stranger, second] = [await overRedis(), await overRedis("/7"), await overRedis("/0")];
    await one.bus.publish([{ topic: "a" }]);
    await until("the second of the same heard", () => second.heard.length === 1);
    expect(stranger.heard).toEqual([]);
  });

  it("says that wakes may be lost after a break, and hears again", async () => {
    const one = await overRedis();
    expect(one.bus.trouble()).toBeNull();
    await redis.kill();
    await until("the break is noticed", () => one.bus.trouble() !== null);
    await expect(one.bus.publish([{ topic: "lost" }])).rejects.toThrow();
    await redis.start();
    await until("told of the gap", () => one.gaps() > 1);
    await until("published again", () =>
      one.bus.publish([{ topic: "again" }]).then(
        () => true,
        () => false,
      ),
    );
    await until("heard again", () => one.heard.some(({ topic }) => topic === "again"));
    expect(one.bus.trouble()).toBeNull();
  });

  it("with a spare loses nothing while Redis is away, nor while it hangs", async () => {
    const [one, other] = [await withSpare(), await withSpare()];
    await redis.kill();
    await one.bus.publish([{ topic: "away" }]);
    await until("heard by the spare", () => other.heard.some(({ topic }) => topic === "away"));
    await redis.start();
    await until("Redis is used again", async () => {
      await one.bus.publish([{ topic: "back" }]);
      return one.bus.trouble() === null && other.bus.trouble() === null;
    });
    redis.signal("SIGSTOP");
    const began = Date.now();
    await one.bus.publish([{ topic: "hangs" }]);
    await one.bus.publish([{ topic: "hangs still" }]);
    await until("heard both", () => other.heard.some(({ topic }) => topic === "hangs still"));
    // One patience for the first, none for the second.
    expect(Date.now() - began).toBeLessThan(2500);
    redis.signal("SIGCONT");
  });

  it("stops while there is no Redis, too", async () => {
    const one = await overRedis();
    await redis.kill();
    await until("the break is noticed", () => one.bus.trouble() !== null);
    await one.bus.stop();
    await redis.start();
  });
});
