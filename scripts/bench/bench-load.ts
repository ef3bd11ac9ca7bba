import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { cast, Simulator } from "../testing/simulator-client";
import { atMost, type Figures, percentile, told } from "./figures";
import { openStream } from "./open-stream";
import { partMemory } from "./part-memory";
import { runBeside } from "./run-beside";
import type { RunningProduct } from "./start-product";

const streams = 2_000;
const firstId = 9_100_000_000;
const openedAtOnce = 40;
const restMs = 10_000;
const sampleEveryMs = 5_000;
/** What is not visible so long after the last message was sent is lost. */
const lastSeenWithinMs = 120_000;
const questions = [
  "Какой залог за гольф?",
  "Сколько стоит доставка в аэропорт?",
  "Можно ли поехать в Черногорию?",
  "Во сколько открывается офис?",
];

/**
 * 2,000 open pages and so many customer messages a second for so many minutes: how soon they are seen, what it costs.
 * Half of the customers write to the bot, the others by the Mini App's door; all see it on their streams.
 */
export async function benchLoad(
  { origin, simulatorUrl }: RunningProduct,
  dataDir: string,
  { minutes, perSecond }: { minutes: number; perSecond: number },
): Promise<Figures> {
  const simulator = new Simulator(simulatorUrl);
  await simulator.call("PUT", "/settings", { floodLimits: { enabled: false } });
  const tokens = await runBeside(dataDir, "mint-sessions.ts", [String(firstId), String(streams)]);
  for (let index = 0; index < streams; index += 2)
    await simulator.call("POST", "/users", {
      id: firstId + index,
      firstName: `Load ${firstId + index}`,
      languageCode: "ru",
    });

  const sentAt = new Map<string, number>();
  const seenAfter: number[] = [];
  let broken = 0;
  const before = partMemory(dataDir, "web");
  const close: (() => void)[] = [];
  for (let from = 0; from < streams; from += openedAtOnce) {
    const some = tokens.slice(from, from + openedAtOnce).map((token) =>
      openStream(origin, token, {
        message: (text) => {
          const at = sentAt.get(text);
          if (at === undefined) return;
          sentAt.delete(text);
          seenAfter.push(performance.now() - at);
        },
        end: () => {
          broken += 1;
        },
      }),
    );
    close.push(...(await Promise.all(some)));
  }
  await sleep(restMs);
  const perStream = ((partMemory(dataDir, "web") - before) * 1000) / streams;

  const memory = { web: [] as number[], bots: [] as number[] };
  const sampling = setInterval(() => {
    memory.web.push(partMemory(dataDir, "web"));
    memory.bots.push(partMemory(dataDir, "bots"));
  }, sampleEveryMs);
  const refused: string[] = [];
  const send = async (number: number) => {
    const customer = number % streams;
    const text = `${questions[number % questions.length]} (${number})`;
    sentAt.set(text, performance.now());
    try {
      if (customer % 2 === 0)
        await simulator.call("POST", "/messages", { from: firstId + customer, bot: cast.bot.id, text });
      else await sendByPage(origin, tokens[customer] ?? "", text);
    } catch (error) {
      sentAt.delete(text);
      refused.push(String(error));
    }
  };
  const startedAt = performance.now();
  const messages = Math.round(minutes * 60 * perSecond);
  const sending: Promise<void>[] = [];
  for (let number = 0; number < messages; number += 1) {
    const wait = startedAt + (number * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    sending.push(send(number));
  }
  await Promise.all(sending);
  const sentPerSecond = messages / ((performance.now() - startedAt) / 1000);
  clearInterval(sampling);
  for (const deadline = Date.now() + lastSeenWithinMs; sentAt.size > 0 && Date.now() < deadline; )
    await sleep(100);
  for (const one of close) one();
  for (const [reason, count] of counted(refused)) process.stdout.write(`${count} × ${reason}\n`);
  return {
    load_minutes: told(minutes, "min"),
    load_sent: told(sentPerSecond, "messages/s"),
    [`messages_${perSecond}_per_s`]: atMost(percentile(seenAfter, 0.95), "ms", 1_000),
    messages_lost: atMost(sentAt.size, "messages", 0),
    messages_refused: atMost(refused.length, "messages", 0),
    open_streams: atMost(perStream, "KB", 150),
    streams_broken: atMost(broken, "streams", 0),
    web_rss: atMost(Math.max(...memory.web), "MB", 600),
    bots_rss: atMost(Math.max(...memory.bots), "MB", 400),
    memory_growth: atMost(Math.max(growth(memory.web), growth(memory.bots)), "%", 5),
  };
}

async function sendByPage(origin: string, token: string, text: string): Promise<void> {
  const response = await fetch(`${origin}/api/chat/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientId: randomUUID(), text }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

/** By how much the last third of the samples is above the middle third; percent. */
function growth(samples: number[]): number {
  const third = Math.floor(samples.length / 3);
  const mean = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  return (mean(samples.slice(-third)) / mean(samples.slice(third, -third)) - 1) * 100;
}

function counted(reasons: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
