import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "./start-world";

const lookEveryMs = 2_000;
/** Calm so often in a row is calm. */
const looksInARow = 3;

interface Unsettled {
  jobs: number;
  updates: number;
  deliveries: number;
  resources: number;
}

/** Waits until nothing is left to do, at most so long; returns what still was. */
export async function settle(world: World, withinMs: number): Promise<Unsettled> {
  let calm = 0;
  for (const deadline = Date.now() + withinMs; ; await sleep(lookEveryMs)) {
    const [now] = await world.ask<Unsettled>(
      `select
         (select count(*)::int from graphile_worker.jobs
          where case when attempts < max_attempts then run_at < now() + interval '2 minutes'
            -- One without a key was replaced by a newer job while a runner that was killed held it: swept every hour.
            else key is not null or locked_at is not null end) as jobs,
         (select count(*)::int from inbound_updates where processed_at is null) as updates,
         (select count(*)::int from deliveries where state = 'pending') as deliveries,
         (select count(*)::int from resources where state <> 'active') as resources`,
    );
    if (!now) throw new Error("The database answered nothing");
    calm = Object.values(now).every((count) => count === 0) ? calm + 1 : 0;
    if (calm >= looksInARow || Date.now() > deadline) return now;
  }
}
