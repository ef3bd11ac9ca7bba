import OpenAI from "openai";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../start-simulator";

let simulator: Simulator;
let client: OpenAI;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 });
  client = new OpenAI({ baseURL: `${simulator.url}/v1`, apiKey: "sim", maxRetries: 0 });
});
afterAll(() => simulator.close());

const passages = [
  {
    id: "p1",
    text: "# Депозит\n- Залог за класс «эконом» составляет 200 евро.\n- Залог возвращается в течение 7 дней.",
  },
  { id: "p2", text: "# Часы работы\nОфис открыт с 8 до 20 часов каждый день." },
];

async function ask(model: string, question = "Какой залог за эконом?") {
  const completion = await client.chat.completions.create({
    model,
    messages: [
      { role: "system", content: "Answer from the passages." },
      { role: "user", content: JSON.stringify({ question, passages, language: "ru" }) },
    ],
  });
  return completion.choices[0]?.message.content ?? "";
}

it("answers by quoting, and hands over what it cannot", async () => {
  const answer = JSON.parse(await ask("sim-grounded"));
  expect(answer.decision).toBe("answer");
  const { text, quotes } = answer.sentences[0];
  expect(text).toContain("200 евро");
  expect(passages[0]?.text).toContain(quotes[0].quote);
  expect(JSON.parse(await ask("sim-grounded", "Можно с собакой в Черногорию?"))).toMatchObject({
    decision: "handover",
  });
  expect(JSON.parse(await ask("sim-grounded", "У меня жалоба на ваш залог"))).toMatchObject({
    reason: "complaint",
  });
  expect(JSON.parse(await ask("sim-refusing"))).toMatchObject({ decision: "handover" });
});

it("lies on request", async () => {
  const wrong = JSON.parse(await ask("sim-misquoting")).sentences[0];
  expect(passages[0]?.text).toContain(wrong.quotes[0].quote);
  expect(wrong.text).toContain("207 евро");
  const invented = JSON.parse(await ask("sim-inventing")).sentences[0];
  expect(passages.some(({ text }) => text.includes(invented.quotes[0].quote))).toBe(false);
  const broken = await ask("sim-broken-json");
  expect(() => JSON.parse(broken)).toThrow();
});

it("fails on request", async () => {
  await expect(ask("sim-401")).rejects.toMatchObject({ status: 401 });
  await expect(ask("sim-429")).rejects.toMatchObject({ status: 429 });
  await expect(ask("sim-500")).rejects.toMatchObject({ status: 500 });
  const impatient = client.withOptions({ timeout: 100 });
  const messages = [{ role: "user" as const, content: "hello" }];
  await expect(impatient.chat.completions.create({ model: "sim-hanging", messages })).rejects.toThrow(
    /timed out/i,
  );
  await fetch(`${simulator.url}/control/settings`, { method: "PUT", body: '{"model":{"delayMs":150}}' });
  const from = Date.now();
  await ask("sim-slow");
  expect(Date.now() - from).toBeGreaterThanOrEqual(145);
});

async function streamed(model: string): Promise<string> {
  const stream = await client.chat.completions.create({
    model,
    stream: true,
    stream_options: { include_usage: true },
    messages: [
      { role: "user", content: JSON.stringify({ question: "Когда открыт офис?", passages, language: "ru" }) },
    ],
  });
  let text = "";
  let usage = 0;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? "";
    usage = chunk.usage?.total_tokens ?? usage;
  }
  expect(usage).toBeGreaterThan(0);
  return text;
}

it("streams, also half of it", async () => {
  expect(JSON.parse(await streamed("sim-grounded")).sentences[0].text).toContain("с 8 до 20");
  await expect(streamed("sim-truncated")).rejects.toThrow();
});

it("summarises, fills schemas and embeds", async () => {
  const messages = [
    {
      role: "user" as const,
      content: JSON.stringify({
        summarise: [{ author: "customer", text: "Нужна машина. На неделю." }],
        language: "ru",
      }),
    },
  ];
  const summary = await client.chat.completions.create({ model: "sim-grounded", messages });
  expect(JSON.parse(summary.choices[0]?.message.content ?? "")).toEqual({ summary: "Нужна машина." });
  const schema = {
    type: "object",
    properties: { intent: { enum: ["question", "other"] }, urgent: { type: "boolean" } },
  };
  const filled = await client.chat.completions.create({
    model: "sim-grounded",
    messages: [{ role: "user", content: "classify" }],
    response_format: { type: "json_schema", json_schema: { name: "x", schema } },
  });
  expect(JSON.parse(filled.choices[0]?.message.content ?? "")).toEqual({ intent: "question", urgent: false });
  const { data } = await client.embeddings.create({
    model: "sim-embedding",
    input: ["залог за машину", "какой залог за машины", "часы работы офиса"],
  });
  const [a = [], b = [], c = []] = data.map((one) => one.embedding);
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
  expect(a).toHaveLength(384);
  expect(dot(a, b)).toBeGreaterThan(dot(a, c) + 0.3);
  expect((await client.models.list()).data.map(({ id }) => id)).toContain("sim-refusing");
});
