import { setTimeout as sleep } from "node:timers/promises";
import { tokensIn } from "./judge";
import type { Random } from "./seeded-random";
import type { World } from "./start-world";

const killsOf = { web: 7, bots: 7, database: 6 } as const;
const modelTurnMs = 15_000;
const modelModes = ["grounded", "slow", "500", "hanging"] as const;
/** After a pause that Telegram asks for the group is written to slowly: topics are opened before the first. */
const quietMs = 50_000;
/** A dead runner's jobs are taken over after five seconds at the earliest: what is unfinished now was interrupted. */
const lookAfterMs = 700;

type Fault = {
  method: string;
  times: number;
  errorCode?: number;
  retryAfter?: number;
  description?: string;
  dropConnection?: boolean;
  dropAnswer?: boolean;
};

const drops: [Fault, ...Fault[]] = [
  { method: "sendMessage", times: 2, dropConnection: true },
  { method: "sendMessage", times: 1, dropAnswer: true },
  { method: "getUpdates", times: 2, dropConnection: true },
  { method: "getUpdates", times: 1, dropAnswer: true },
  { method: "createForumTopic", times: 1, dropConnection: true },
  { method: "editForumTopic", times: 1, dropAnswer: true },
];

export interface Trouble {
  /** How often each part was killed. */
  kills: Record<keyof typeof killsOf, number>;
  /** How many sends a kill caught between their begin and their noted end. */
  caught: () => number;
}

/** Kills every part at random moments for so long, while connections drop, Telegram asks for pauses and the model fails. */
export async function makeTrouble(
  world: World,
  random: Random,
  durationMs: number,
  say: (line: string) => void,
): Promise<Trouble> {
  const over = new AbortController();
  const others = [faults(world, random, over.signal), model(world, over.signal)];
  const kills = { web: 0, bots: 0, database: 0 };
  const caught = new Set<string>();
  const parts = (Object.keys(killsOf) as (keyof typeof killsOf)[]).flatMap((part) =>
    Array<typeof part>(killsOf[part]).fill(part),
  );
  const startedAt = Date.now();
  const moments = parts.map(() => startedAt + random.between(0, durationMs)).sort((a, b) => a - b);
  for (const [index, part] of random.shuffled(parts).entries()) {
    await sleep(Math.max(0, (moments[index] ?? 0) - Date.now()));
    say(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  kill -9 ${part}`);
    if (part === "database") await world.killDatabase();
    else await (part === "web" ? world.web : random.oneOf(world.bots)).kill();
    kills[part] += 1;
    if (part === "web") continue;
    if (part === "bots") await sleep(lookAfterMs);
    const unfinished = await world.ask<{ id: number; attempts: number }>(
      "select id, attempts from deliveries where state = 'pending' and started_at is not null",
    );
    for (const { id, attempts } of unfinished) caught.add(`${id}:${attempts}`);
  }
  over.abort();
  await Promise.all(others);
  await world.simulator.call("DELETE", "/faults");
  await world.simulator.call("PUT", "/settings", { model: { mode: "grounded" } });
  return { kills, caught: () => caught.size };
}

/** How many messages were on their way in calls whose connection or answer the simulator dropped. */
export async function droppedSends(world: World): Promise<number> {
  type Call = { method: string; description?: string; parameters: { text?: string } | null };
  const { calls } = await world.simulator.call<{ calls: Call[] }>("GET", "/calls");
  return calls
    .filter(({ method, description }) => description?.endsWith("dropped") && /^(send|create)/.test(method))
    .reduce((sum, { parameters }) => sum + Math.max(1, tokensIn(parameters?.text ?? "").length), 0);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

async function faults({ simulator }: World, random: Random, signal: AbortSignal): Promise<void> {
  const stormsFrom = Date.now() + quietMs;
  while (!signal.aborted) {
    await pause(random.between(3_000, 9_000), signal);
    const retryAfter = Math.floor(random.between(1, 4));
    const storm: Fault = {
      method: "sendMessage",
      times: 3,
      errorCode: 429,
      retryAfter,
      description: `Too Many Requests: retry after ${retryAfter}`,
    };
    const fault = random.oneOf([storm, ...drops]);
    if (signal.aborted || (fault === storm && Date.now() < stormsFrom)) continue;
    await simulator.call("POST", "/faults", fault);
  }
}

async function model({ simulator }: World, signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    const mode = modelModes[turn % modelModes.length];
    await simulator.call("PUT", "/settings", { model: { mode, delayMs: 4_000 } });
    await pause(modelTurnMs, signal);
  }
}
