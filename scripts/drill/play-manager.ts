import { setTimeout as sleep } from "node:timers/promises";
import { cast } from "../testing/simulator-client";
import { until } from "../testing/until";
import type { Customer } from "./customer";
import type { Random } from "./seeded-random";
import type { World } from "./start-world";

const topicWithinMs = 180_000;

/** A manager who answers one customer in the topic so often in that time; returns what they wrote. */
export async function playManager(
  world: World,
  random: Random,
  customer: Customer,
  plan: { replies: string[]; untilMs: number },
): Promise<string[]> {
  const topicId = await topicOf(world, customer.name);
  const pauseMs = Math.max(0, plan.untilMs - Date.now()) / plan.replies.length;
  const manager = random.oneOf([cast.managers[0]?.id ?? 0, cast.managers[1]?.id ?? 0]);
  for (const reply of plan.replies) {
    await world.simulator.writeInTopic(manager, topicId, reply);
    await sleep(pauseMs * random.between(0.3, 1.7));
  }
  return plan.replies;
}

/** The topic where the customer's card stands: one that a crash left empty is nobody's. */
function topicOf({ simulator }: World, name: string): Promise<number> {
  let lookedAt = 0;
  return until(
    `the topic of ${name}`,
    async () => {
      if (Date.now() - lookedAt < 1_000) return null;
      lookedAt = Date.now();
      for (const topic of await simulator.topics()) {
        if (!topic.name.includes(name)) continue;
        const messages = await simulator.topicMessages(topic.id);
        if (messages.some(({ from, reply_markup }) => from?.is_bot && reply_markup)) return topic.id;
      }
      return null;
    },
    topicWithinMs,
  );
}
