import { expect } from "vitest";
import { cast } from "../testing/simulator-client";
import { until } from "../testing/until";
import { ChatPage, openSession } from "./chat-page";
import type { System, Web } from "./start-system";

/** Far below the 15 s after which a page would look by itself: what comes in time came by a wake-up. */
const soonMs = 6_000;

/**
 * Plays a customer with a page open at every web: what one page sends, the assistant's typing and answer, and a
 * manager's reply must come to all. `name` makes the customer's topic unique.
 */
export async function seesEveryEvent(system: System, webs: Web[], name: string): Promise<void> {
  const { simulator } = system;
  const { id } = await simulator.newCustomer({ firstName: name, languageCode: "en" });
  const [first] = webs;
  if (!first) throw new Error("There is no web");
  // A session made by one web is good at every other.
  const token = await openSession(first.origin, await simulator.initData(id));
  const pages = await Promise.all(webs.map(({ origin }) => ChatPage.open(origin, token)));
  const onEvery = (what: string, has: (page: ChatPage) => boolean) =>
    until(`${name}: ${what} on every page`, () => pages.every(has), soonMs);
  try {
    for (const [index, page] of pages.entries()) {
      const question = `${index}: What is the deposit for an economy car?`;
      for (const one of pages) one.events.length = 0;
      await page.send(question);
      await onEvery("the question", (one) => one.idsOf(question).length === 1);
      // A passing sign: a web that has just got its first page may still be connecting to the bus.
      if (index > 0) await onEvery("typing", (one) => one.has((event) => event.type === "typing"));
      await onEvery("the answer", (one) =>
        one.has((event) => event.type === "message" && event.message.author === "assistant"),
      );
    }
    await pages.at(-1)?.callOperator();
    const topic = await simulator.topicNamed(name);
    for (const [index] of pages.entries()) {
      const reply = `${name}, reply ${index}`;
      await simulator.writeInTopic(cast.managers[0]?.id ?? 0, topic.id, reply);
      await onEvery("the reply", (one) => one.idsOf(reply).length === 1);
    }
    expect(pages.map(({ breaks }) => breaks)).toEqual(pages.map(() => 0));
  } finally {
    for (const page of pages) page.close();
  }
}
