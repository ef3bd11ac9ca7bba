import { cast, Simulator, until } from "../testing/simulator-client";
import { BenchCustomer } from "./bench-customer";
import { atMost, type Figures, percentile } from "./figures";
import type { RunningProduct } from "./start-product";

const customers = 10;
const questions = [
  "Какой залог за гольф?",
  "Сколько стоит доставка в аэропорт?",
  "Можно ли поехать в Черногорию?",
  "Во сколько открывается офис?",
];
const repliesEach = 4;
/** What the assistant waits for on purpose: the silence after which a burst of messages counts as one question. */
const debounceMs = 700;
/** Tells this run's customers from those of an earlier one. */
const run = Date.now().toString(36);

/** From a customer's message to the answer on their stream, and from a topic's message to the stream. */
export async function benchAnswers({ origin, simulatorUrl }: RunningProduct): Promise<Figures> {
  const simulator = new Simulator(simulatorUrl);
  // Telegram's own limits are not what is measured.
  await simulator.call("PUT", "/settings", { floodLimits: { enabled: false } });
  const people: BenchCustomer[] = [];
  for (let index = 0; index < customers; index += 1) {
    const person = await simulator.newCustomer({ firstName: `${run}-${index}`, languageCode: "ru" });
    people.push(await BenchCustomer.open(origin, await simulator.initData(person.id)));
  }
  const answers: number[] = [];
  const replies: number[] = [];
  await Promise.all(
    people.map(async (person, index) => {
      // Customers do not write in step.
      await new Promise((resolve) => setTimeout(resolve, index * 170));
      for (const question of questions) {
        const startedAt = performance.now();
        const answered = person.next(
          `the answer to “${question}”`,
          (message) => message.author === "assistant" && message.kind === "text",
        );
        await person.send(question);
        await answered;
        answers.push(performance.now() - startedAt - debounceMs);
      }
    }),
  );
  for (const [index, person] of people.entries()) {
    await person.callOperator();
    const topic = await simulator.topicNamed(`${run}-${index} `);
    await until("the card", async () =>
      (await simulator.topicMessages(topic.id)).some((message) => message.reply_markup),
    );
    for (let reply = 0; reply < repliesEach; reply += 1) {
      const text = `Reply ${index}.${reply}`;
      const shown = person.next(text, (message) => message.text === text);
      const startedAt = performance.now();
      await simulator.writeInTopic(cast.managers[0]?.id ?? 0, topic.id, text);
      await shown;
      replies.push(performance.now() - startedAt);
    }
    person.close();
  }
  return {
    answer_visible_p95: atMost(percentile(answers, 0.95), "ms", 400),
    answer_visible_p50: atMost(percentile(answers, 0.5), "ms", 400),
    reply_visible_p95: atMost(percentile(replies, 0.95), "ms", 250),
    reply_visible_p50: atMost(percentile(replies, 0.5), "ms", 250),
  };
}
