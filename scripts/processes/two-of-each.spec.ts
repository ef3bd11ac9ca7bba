import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/server/lib/db";
import { hasRedis, type RedisServer, startRedis } from "../testing/redis-server";
import { until } from "../testing/until";
import { seesEveryEvent } from "./every-event";
import type { PartProcess } from "./start-part";
import { type System, startSystem, type Web } from "./start-system";

const someWeb = "http://localhost:3000";

/** Two webs and two bots; the bots named first listens. */
async function twoOfEach(system: System): Promise<{ webs: Web[]; bots: PartProcess[] }> {
  const webs = Promise.all([system.startWeb(), system.startWeb()]);
  const first = system.startBots();
  await until(
    "the demo's bot is listened to",
    () => {
      if (first.hasEnded()) throw new Error(`The bots ended:\n${first.printed()}`);
      return db.resourceLease.findFirst();
    },
    30_000,
  );
  const second = system.startBots();
  return { webs: await webs, bots: [first, second] };
}

async function health(web: Web): Promise<{ status: string; checks: { queue: { detail?: string } } }> {
  return (await fetch(`${web.origin}/api/health`)).json();
}

async function heldJobs(): Promise<number> {
  const held = await db.$queryRaw<object[]>`
    select 1 from graphile_worker.jobs where task_identifier = 'drain-chat' and locked_at is not null`;
  return held.length;
}

/** Job runners that show that they live (server/jobs/guard-jobs.ts); each bots process has as many. */
async function runners(): Promise<number> {
  const signs = await db.$queryRaw<object[]>`
    select 1 from pg_locks where locktype = 'advisory' and classid = 5023116
    and database = (select oid from pg_database where datname = current_database())`;
  return signs.length;
}

describe("two webs and two bots on one Postgres", () => {
  let system: System;
  let webs: Web[];
  let bots: PartProcess[];
  beforeAll(async () => {
    system = await startSystem(someWeb);
    ({ webs, bots } = await twoOfEach(system));
  });
  afterAll(() => system?.stop());

  it("tell every page of everything, whichever web it holds", async () => {
    await Promise.all(["Ann", "Bob", "Cleo"].map((name) => seesEveryEvent(system, webs, name)));
  });

  it("answer within 15 s though the bots that listened were killed amid a job", async () => {
    const { simulator } = system;
    const { id } = await simulator.newCustomer({ firstName: "Dora", languageCode: "en" });
    const texts = async () => (await simulator.privateMessages(id)).map(({ text }) => text ?? "");
    await simulator.writeToBot(id, "/start");
    await until("the greeting", async () => (await texts()).length > 1);
    const holder = async () => (await db.resourceLease.findFirst())?.holder;
    const listening = await holder();
    const [first, second] = bots;

    // Only the first is left to do this job, and hangs in it.
    await second?.end("SIGTERM");
    expect(await holder()).toBe(listening);
    const fault = { method: "sendMessage", times: 1, delayMs: 60_000, dropConnection: true };
    await simulator.call("POST", "/faults", fault);
    await simulator.writeToBot(id, "What is the deposit for an economy car?");
    await until("the answer is being sent", async () => (await heldJobs()) > 0);
    const ofOne = await runners();
    system.startBots();
    await until("the next bots work", async () => (await runners()) === 2 * ofOne, 30_000);

    await first?.end("SIGKILL");
    const killedAt = performance.now();
    const before = (await texts()).length;
    await simulator.writeToBot(id, "When is the office open?");
    await until("another listener", async () => (await holder()) !== listening, 15_000);
    const movedAfter = performance.now() - killedAt;
    await until(
      "an answer",
      async () => (await texts()).slice(before + 1).some((text) => /\d:\d\d/.test(text)),
      15_000,
    );
    const answeredAfter = performance.now() - killedAt;
    process.stdout.write(
      `MEASURED after kill -9 of the bots: lease moved in ${Math.round(movedAfter)} ms, answered in ${Math.round(answeredAfter)} ms\n`,
    );
    expect(answeredAfter).toBeLessThan(15_000);
    await until("no job is left held", async () => (await heldJobs()) === 0, 15_000);
  });

  it("tell every page of everything with the bots that remain", async () => {
    await seesEveryEvent(system, webs, "Emma");
  });

  it("have nothing to complain of in their logs", () => {
    expect(system.printed()).not.toMatch(/DeprecationWarning|UnhandledPromise/);
  });
});

describe.skipIf(!hasRedis())("two webs and two bots with Redis", () => {
  let redis: RedisServer;
  let system: System;
  let webs: Web[];
  beforeAll(async () => {
    redis = await startRedis();
    system = await startSystem(someWeb, () => ({ REDIS_URL: redis.url }));
    ({ webs } = await twoOfEach(system));
  });
  afterAll(async () => {
    await system?.stop();
    await redis?.kill();
  });

  it("tell every page of everything, whichever web it holds", async () => {
    await Promise.all(["Fay", "Gus", "Hana"].map((name) => seesEveryEvent(system, webs, name)));
  });

  it("count a customer's acts together", async () => {
    const limited = { status: 0 };
    for (let turn = 0; turn < 12; turn += 1) {
      const web = webs[turn % webs.length];
      const answer = await fetch(`${web?.origin}/api/demo/enter?key=wrong`, { redirect: "manual" });
      limited.status = answer.status;
    }
    // Ten wrong keys are allowed from one address, wherever they are tried.
    expect(limited.status).toBe(429);
  });

  it("go on without Redis, say so, and come back to it", async () => {
    await redis.kill();
    await seesEveryEvent(system, webs, "Iris");
    for (const web of webs) {
      expect(await health(web)).toMatchObject({
        status: "degraded",
        checks: { queue: { detail: expect.stringContaining("Redis does not answer.") } },
      });
    }
    await redis.start();
    for (const web of webs) {
      await until("the web is well again", async () => (await health(web)).status === "ok", 30_000);
    }
    await seesEveryEvent(system, webs, "Jack");
  });
});
