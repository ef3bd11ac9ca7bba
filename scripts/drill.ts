import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { atLeast, atMost, type Figures, printFigures, told } from "./bench/figures";
import { Customer, type Refusals } from "./drill/customer";
import { fileMark, judge, type Talk } from "./drill/judge";
import { droppedSends, makeTrouble } from "./drill/make-trouble";
import { playManager } from "./drill/play-manager";
import { type Random, seededRandom } from "./drill/seeded-random";
import { settle } from "./drill/settle";
import { startWorld, type World } from "./drill/start-world";

// `npm run drill [-- --seed N]`: 500 customer messages and 200 manager replies while every part is killed again and
// again, connections drop, Telegram asks for pauses, the model fails and the disk is full. Nothing may be lost.
const customers = 25;
const messagesEach = 20;
/** So many customers ask for a person; the others stay with the assistant. */
const handed = 10;
const repliesEach = 20;
const messagesBeforeCall = 3;
const trafficMs = 210_000;
const diskFullFromMs = 70_000;
const diskFullForMs = 20_000;
const uploads = 4;
const settleWithinMs = 180_000;
const questions = [
  "What is the deposit for an economy car?",
  "When does the office open?",
  "May I drive to Montenegro?",
  "How much is the delivery to the airport?",
];

const { values: asked } = parseArgs({ options: { seed: { type: "string" } } });
const seed = asked.seed === undefined ? randomInt(2 ** 31) : Number(asked.seed);
if (!Number.isInteger(seed)) throw new Error("--seed should be a whole number");
const startedAt = Date.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const number = (index: number) => String(index).padStart(2, "0");

async function playCustomer(customer: Customer, index: number, random: Random): Promise<void> {
  const pauseMs = trafficMs / messagesEach;
  await sleep(random.between(0, pauseMs));
  for (let turn = 0; turn < messagesEach; turn += 1) {
    await customer.say(`${questions[turn % questions.length]} c${number(index)}-${number(turn)}`);
    if (index < handed && turn + 1 === messagesBeforeCall) await customer.callOperator();
    await sleep(pauseMs * random.between(0.3, 1.5));
  }
}

/** Fills the disk for a while, in which some customers try to send a file. */
async function fillDisk(world: World, people: Customer[]): Promise<void> {
  await sleep(diskFullFromMs);
  say(`the disk for files is full: ${world.disk.kind}`);
  world.disk.fill();
  const trying = people.map((customer) => customer.upload(Buffer.from(`proof of ${customer.name}`)));
  // Heard below; until then a failure is nobody's surprise.
  for (const one of trying) one.catch(() => undefined);
  await sleep(diskFullForMs);
  world.disk.free();
  for (const [index, customer] of people.entries()) {
    const fileId = await trying[index];
    const place = customer.name.slice(-2);
    if (fileId) await customer.say(`Here it is, c${place}${fileMark}`, [fileId]);
  }
}

async function drill(world: World): Promise<Figures> {
  const random = seededRandom(seed);
  const refusals: Refusals = new Map();
  const people: Customer[] = [];
  for (let index = 0; index < customers; index += 1) {
    const door = index % 2 === 0 ? "mini_app" : "bot";
    const person = { name: `Drill ${number(index)}`, door, hasPage: index % 10 === 0 } as const;
    people.push(await Customer.meet(world, person, refusals));
  }
  // What is measured is what faults do; Telegram's own pace would only make it longer.
  await world.simulator.call("PUT", "/settings", { floodLimits: { enabled: false } });
  say(`${people.length} customers are there; trouble begins`);
  const trafficEndsAt = Date.now() + trafficMs;
  const talks: Talk[] = people.map((customer) => ({ customer, replies: [] }));
  const managers = talks.slice(0, handed).map(async (talk, index) => {
    const replies = Array.from(
      { length: repliesEach },
      (_, turn) => `Reply r${number(index)}-${number(turn)}`,
    );
    talk.replies = await playManager(world, random, talk.customer, { replies, untilMs: trafficEndsAt });
  });
  const senders = people.filter(({ door }) => door === "mini_app").slice(1, 1 + uploads);
  const [trouble] = await Promise.all([
    makeTrouble(world, random, trafficMs, say),
    fillDisk(world, senders),
    ...people.map((customer, index) => playCustomer(customer, index, random)),
    ...managers,
  ]);
  say("everything is said; now it must come to rest");
  const left = await settle(world, settleWithinMs);
  const verdict = await judge(world, talks);
  for (const { page } of people) page?.close();
  for (const [name, found] of Object.entries(verdict)) {
    if (Array.isArray(found) && found.length > 0) say(`${name}: ${found.join(", ")}`);
  }
  for (const line of world.web.failures()) say(line);
  for (const [refusal, times] of refusals) say(`${times} × ${refusal}`);
  const inFlight = trouble.caught() + (await droppedSends(world));
  const count = (refusal: string) => refusals.get(refusal) ?? 0;
  const { kills } = trouble;
  return {
    customer_messages: told(
      people.reduce((sum, { said }) => sum + said.length, 0),
      "messages",
    ),
    manager_replies: told(
      talks.reduce((sum, { replies }) => sum + replies.length, 0),
      "replies",
    ),
    kills: atLeast(kills.web + kills.bots + kills.database, "kills", 20),
    lost: atMost(verdict.lost.length, "messages", 0),
    stored_twice: atMost(verdict.storedTwice.length, "messages", 0),
    replies_lost: atMost(verdict.repliesLost.length, "replies", 0),
    not_in_topic: atMost(verdict.notInTopic.length, "messages", 0),
    not_pushed: atMost(verdict.notPushed.length, "replies", 0),
    not_on_page: atMost(verdict.notOnPage.length, "messages", 0),
    order_broken: atMost(verdict.orderBroken.length, "messages", 0),
    in_flight: told(inFlight, "sends"),
    doubled: atMost(verdict.doubled.length, "messages", inFlight),
    unknown: atMost(verdict.unknown, "deliveries", inFlight),
    unnoticed: atMost(verdict.unnoticed, "deliveries", 0),
    failed: atMost(verdict.failed, "deliveries", 0),
    stuck_deliveries: atMost(left.deliveries, "deliveries", 0),
    stuck_jobs: atMost(left.jobs, "jobs", 0),
    stuck_updates: atMost(left.updates, "updates", 0),
    stuck_resources: atMost(left.resources, "resources", 0),
    unserved: atMost(verdict.unserved.length, "conversations", 0),
    uploads_refused_in_words: atLeast(count("503 storage_full") + count("503 storage_down"), "refusals", 1),
    answers_without_words: atMost(
      [...refusals].reduce((sum, [refusal, times]) => sum + (refusal.startsWith("500") ? times : 0), 0),
      "answers",
      0,
    ),
    ended_by_themselves: atMost(
      [world.web, ...world.bots].reduce((sum, part) => sum + part.endedByItself(), 0),
      "processes",
      0,
    ),
    duration: atMost((Date.now() - startedAt) / 1000, "s", 480),
  };
}

say(`seed ${seed}`);
const undo: (() => unknown)[] = [];
let stopping = false;
const stop = async (code: number) => {
  if (stopping) return;
  stopping = true;
  for (const step of undo.reverse()) await step();
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(130));
try {
  const figures = await drill(await startWorld(say, (step) => undo.push(step)));
  if (!stopping) printFigures(figures);
  await stop(Object.values(figures).every(({ ok }) => ok) ? 0 : 1);
} catch (error) {
  if (!stopping) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  await stop(1);
}
