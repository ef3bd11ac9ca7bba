import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createModelClient, type ModelConfig } from "@/server/ai/create-model-client";
import { streamGroundedAnswer } from "@/server/ai/stream-grounded-answer";
import {
  type ScriptedModel,
  type ScriptedReply,
  startScriptedModel,
} from "@/server/ai/testing/start-scripted-model";
import type { VerifiedSentence } from "@/server/ai/verify-sentence";
import { type Simulator, startSimulator } from "@/server/simulator/start-simulator";

const passages = [
  {
    id: 12,
    sourceTitle: "Залог",
    heading: ["Размер"],
    text: "Размер залога: эконом и компакт — 200 евро. Залог возвращаем сразу при сдаче машины.",
  },
  {
    id: 13,
    sourceTitle: "Rules",
    heading: [],
    text: "Smoking in the car is not allowed, the fine is 50 euros.",
  },
];
const question = {
  question: "Какой залог за эконом?",
  earlier: [],
  passages,
  language: "ru",
  companyName: "Сава Рент",
};

const TRUE_DEPOSIT = {
  text: "Залог за эконом — 200 евро.",
  quotes: [{ passage: "12", quote: "эконом и компакт — 200 евро" }],
};
const FALSE_DEPOSIT = { ...TRUE_DEPOSIT, text: "Залог за эконом — 150 евро." };
const TRUE_RETURN = {
  text: "Залог возвращаем при сдаче машины.",
  quotes: [{ passage: "12", quote: "Залог возвращаем сразу при сдаче машины" }],
};
const FALSE_RETURN = { ...TRUE_RETURN, text: "Залог возвращаем через 30 дней." };

const answer = (...sentences: unknown[]) => JSON.stringify({ decision: "answer", reason: null, sentences });
const handover = (reason: string) =>
  JSON.stringify({ decision: "handover", reason, sentences: [TRUE_DEPOSIT] });
const pieces = (text: string, size = 5) => text.match(new RegExp(`[\\s\\S]{1,${size}}`, "gu")) ?? [];
const says = (text: string, size?: number): ScriptedReply => ({ pieces: pieces(text, size) });

const open: ScriptedModel[] = [];
afterEach(async () => {
  for (const model of open.splice(0)) await model.close();
});

async function run(
  replies: Parameters<typeof startScriptedModel>[0],
  config: Partial<ModelConfig> = {},
  signal?: AbortSignal,
) {
  const model = await startScriptedModel(replies);
  open.push(model);
  return { ...(await ask({ baseUrl: model.url, apiKey: "", model: "m", ...config }, signal)), model };
}

async function ask(config: ModelConfig, signal?: AbortSignal, input = question) {
  const stream = streamGroundedAnswer(createModelClient(config), { ...input, signal });
  const sent: VerifiedSentence[] = [];
  for (;;) {
    const step = await stream.next();
    if (step.done) return { sent: sent.map(({ text }) => text), outcome: step.value };
    sent.push(step.value);
  }
}

describe("streamGroundedAnswer", () => {
  it("yields verified sentences and returns them with the passage's own quotes and the usage", async () => {
    const { sent, outcome, model } = await run([says(answer(TRUE_DEPOSIT, TRUE_RETURN))]);
    expect(sent).toEqual([TRUE_DEPOSIT.text, TRUE_RETURN.text]);
    expect(outcome).toEqual({
      kind: "answer",
      sentences: [
        { text: TRUE_DEPOSIT.text, citations: [{ passageId: 12, quote: "эконом и компакт — 200 евро" }] },
        {
          text: TRUE_RETURN.text,
          citations: [{ passageId: 12, quote: "Залог возвращаем сразу при сдаче машины" }],
        },
      ],
      usage: { inputTokens: 100, outputTokens: 10 },
    });
    const messages = model.requests[0]?.messages as { role: string; content: string }[];
    expect(JSON.parse(messages.at(-1)?.content ?? "")).toMatchObject({
      question: question.question,
      language: "ru",
      passages: [{ id: "12", heading: "Залог › Размер" }, { id: "13" }],
    });
  });

  it("yields the first sentence before the answer is complete", async () => {
    const model = await startScriptedModel([{ pieces: [answer(TRUE_DEPOSIT).slice(0, -2)], finish: "hang" }]);
    open.push(model);
    const stop = new AbortController();
    const client = createModelClient({ baseUrl: model.url, apiKey: "", model: "m" });
    const stream = streamGroundedAnswer(client, { ...question, signal: stop.signal });
    expect(await stream.next()).toMatchObject({ done: false, value: { text: TRUE_DEPOSIT.text } });
    stop.abort();
    expect(await stream.next()).toMatchObject({ done: true, value: { kind: "aborted" } });
  });

  it("never yields a true quote with a wrong number, and answers when the repair corrects it", async () => {
    const { sent, outcome, model } = await run([says(answer(FALSE_DEPOSIT)), says(answer(TRUE_DEPOSIT))]);
    expect(sent).toEqual([TRUE_DEPOSIT.text]);
    expect(outcome).toMatchObject({ kind: "answer", usage: { inputTokens: 200 } });
    const messages = model.requests[1]?.messages as { role: string; content: string }[];
    expect(JSON.parse(messages.at(-1)?.content ?? "").repair.problems).toEqual([
      { sentence: FALSE_DEPOSIT.text, problem: expect.stringContaining("150") },
    ]);
  });

  it("fails when the repair is as false; nothing was sent", async () => {
    const { sent, outcome, model } = await run([says(answer(FALSE_DEPOSIT))]);
    expect(sent).toEqual([]);
    expect(outcome).toMatchObject({ kind: "failure", failure: { kind: "bad_answer" } });
    expect(model.requests).toHaveLength(2);
  });

  it("drops what still fails when the rest stands alone", async () => {
    const { sent, outcome } = await run([
      says(answer(TRUE_DEPOSIT, FALSE_RETURN)),
      says(answer(FALSE_RETURN)),
    ]);
    expect(sent).toEqual([TRUE_DEPOSIT.text]);
    expect(outcome).toMatchObject({ kind: "answer", sentences: [{ text: TRUE_DEPOSIT.text }] });
  });

  it("fails when what would be dropped is a caveat", async () => {
    const caveat = { ...TRUE_RETURN, text: "Но при опоздании на 3 часа залог не возвращаем." };
    const { outcome } = await run([says(answer(TRUE_DEPOSIT, caveat)), says(answer())]);
    expect(outcome).toMatchObject({ kind: "failure", failure: { kind: "bad_answer" } });
  });

  it("does not repeat in the repair what was sent before", async () => {
    const { sent, outcome } = await run([
      says(answer(TRUE_DEPOSIT, FALSE_RETURN)),
      says(answer(TRUE_DEPOSIT, TRUE_RETURN)),
    ]);
    expect(sent).toEqual([TRUE_DEPOSIT.text, TRUE_RETURN.text]);
    expect(outcome).toMatchObject({
      kind: "answer",
      sentences: [{ text: TRUE_DEPOSIT.text }, { text: TRUE_RETURN.text }],
    });
  });

  it("hands over with the reason and ignores sentences beside it", async () => {
    const { sent, outcome } = await run([says(handover("complaint"))]);
    expect(sent).toEqual([]);
    expect(outcome).toMatchObject({ kind: "handover", reason: "complaint" });
  });

  it("holds sentences back until the decision is known", async () => {
    const late = JSON.stringify({ sentences: [TRUE_DEPOSIT], reason: "not_found", decision: "handover" });
    const { sent, outcome } = await run([says(late)]);
    expect(sent).toEqual([]);
    expect(outcome).toMatchObject({ kind: "handover", reason: "not_found" });
  });

  it("asks once more after broken JSON and fails after the second", async () => {
    const repaired = await run([says("Sure! {"), says(answer(TRUE_DEPOSIT))]);
    expect(repaired.outcome).toMatchObject({ kind: "answer" });
    const broken = await run([says(answer(TRUE_DEPOSIT).slice(0, 60))]);
    expect(broken.outcome).toMatchObject({ kind: "failure", failure: { kind: "bad_answer" } });
    expect(broken.model.requests).toHaveLength(2);
  });

  it("fails when an answer holds no sentence", async () => {
    expect((await run([says(answer())])).outcome).toMatchObject({
      kind: "failure",
      failure: { kind: "bad_answer" },
    });
  });

  it("gives the same answer however the stream is cut", async () => {
    const text = `\`\`\`json\n${answer(TRUE_DEPOSIT, TRUE_RETURN)}\n\`\`\``;
    for (const size of [1, 2, 3, 7, 64, 10_000]) {
      const { sent } = await run([says(text, size)]);
      expect(sent).toEqual([TRUE_DEPOSIT.text, TRUE_RETURN.text]);
    }
  });

  it("falls back where the endpoint refuses response_format, stream or temperature, and remembers it", async () => {
    const refuse = (param: string): ScriptedReply => ({
      status: 400,
      body: { error: { message: `Unsupported parameter: ${param}`, param, code: "unsupported_parameter" } },
    });
    const { sent, model } = await run([
      (body) => ("response_format" in body ? refuse("response_format") : says(answer(TRUE_DEPOSIT))),
      (body) => ("response_format" in body ? refuse("response_format") : says(answer(TRUE_DEPOSIT))),
      (body) => ("temperature" in body ? refuse("temperature") : says(answer(TRUE_DEPOSIT))),
      (body) => (body.stream ? refuse("stream") : says(answer(TRUE_DEPOSIT))),
      says(answer(TRUE_DEPOSIT)),
    ]);
    expect(sent).toEqual([TRUE_DEPOSIT.text]);
    expect(model.requests.at(-1)).not.toHaveProperty("response_format");
    expect(model.requests.at(-1)).not.toHaveProperty("temperature");
    expect(model.requests.at(-1)).toMatchObject({ stream: false });
  });

  it.each([
    [{ status: 401, body: { error: { message: "Incorrect API key provided: sk-secret" } } }, "unauthorised"],
    [{ status: 403 }, "unauthorised"],
    [{ status: 429, headers: { "retry-after": "7" } }, "rate_limited"],
    [{ status: 500 }, "server_error"],
    [{ status: 503 }, "server_error"],
    [
      { status: 404, body: { error: { message: "The model `m` does not exist", code: "model_not_found" } } },
      "unknown_model",
    ],
    [{ status: 404, body: "nothing" }, "not_found"],
    [{ status: 307, headers: { location: "http://127.0.0.1:1/" } }, "redirected"],
    [{ status: 200, body: { hello: "world" } }, "bad_answer"],
  ] as const)("maps %j to %s", async (reply, kind) => {
    const { sent, outcome } = await run([reply]);
    expect(sent).toEqual([]);
    expect(outcome).toMatchObject({ kind: "failure", failure: { kind } });
    expect(JSON.stringify(outcome)).not.toContain("sk-secret");
    if (kind === "rate_limited") expect(outcome).toMatchObject({ failure: { retryAfterSeconds: 7 } });
  });

  it("maps a dead port to unreachable", async () => {
    const { outcome } = await ask({ baseUrl: "http://127.0.0.1:9/v1", apiKey: "k", model: "m" });
    expect(outcome).toMatchObject({ kind: "failure", failure: { kind: "unreachable" } });
  });

  it.each(["hang", "cut"] as const)("ends when the stream goes %s", async (finish) => {
    const started = Date.now();
    const { outcome } = await run([{ pieces: [answer(TRUE_DEPOSIT).slice(0, -3)], finish }], {
      timeoutMs: 300,
    });
    expect(outcome).toMatchObject({
      kind: "failure",
      failure: { kind: finish === "hang" ? "timeout" : "unreachable" },
    });
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it("counts both tries against one deadline", async () => {
    const slow: ScriptedReply = { pieces: pieces(answer(FALSE_DEPOSIT), 8), pauseMs: 15 };
    const started = Date.now();
    const { outcome } = await run([slow], { timeoutMs: 400 });
    expect(outcome).toMatchObject({ kind: "failure" });
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe("with the simulator's model", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 });
    await fetch(`${simulator.url}/control/settings`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model: { chunkMs: 0, delayMs: 1000 } }),
    });
  });
  afterAll(() => simulator.close());
  const sim = (mode: string, timeoutMs = 5000) =>
    ask({ baseUrl: `${simulator.url}/v1`, apiKey: "", model: `sim-${mode}`, timeoutMs }, undefined, question);

  it("answers when grounded", async () => {
    const { sent, outcome } = await sim("grounded");
    expect(outcome).toMatchObject({ kind: "answer" });
    expect(sent.join(" ")).toContain("200 евро");
  });

  it.each([
    ["refusing", { kind: "handover", reason: "not_found" }],
    ["inventing", { kind: "failure", failure: { kind: "bad_answer" } }],
    ["misquoting", { kind: "failure", failure: { kind: "bad_answer" } }],
    ["broken-json", { kind: "failure", failure: { kind: "bad_answer" } }],
    ["401", { kind: "failure", failure: { kind: "unauthorised" } }],
    ["429", { kind: "failure", failure: { kind: "rate_limited" } }],
    ["500", { kind: "failure", failure: { kind: "server_error" } }],
    ["truncated", { kind: "failure" }],
  ])("sends nothing when %s", async (mode, expected) => {
    const { sent, outcome } = await sim(mode);
    expect(outcome).toMatchObject(expected);
    expect(sent).toEqual([]);
  });

  it.each(["slow", "hanging"])("times out when %s", async (mode) => {
    expect((await sim(mode, 300)).outcome).toMatchObject({ kind: "failure", failure: { kind: "timeout" } });
  });
});
