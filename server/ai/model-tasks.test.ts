import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createModelClient } from "@/server/ai/create-model-client";
import { embedTexts } from "@/server/ai/embed-texts";
import { probeModel } from "@/server/ai/probe-model";
import { summariseConversation } from "@/server/ai/summarise-conversation";
import {
  type ScriptedModel,
  type ScriptedReply,
  startScriptedModel,
} from "@/server/ai/testing/start-scripted-model";
import { type Simulator, startSimulator } from "@/server/simulator/start-simulator";

let simulator: Simulator;
const open: ScriptedModel[] = [];
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 });
});
afterAll(() => simulator.close());
afterEach(async () => {
  for (const model of open.splice(0)) await model.close();
});

const sim = (mode: string, embeddingModel?: string) =>
  createModelClient({
    baseUrl: `${simulator.url}/v1`,
    apiKey: "",
    model: `sim-${mode}`,
    embeddingModel,
    timeoutMs: 1000,
  });
async function scripted(...replies: ScriptedReply[]) {
  const model = await startScriptedModel(replies);
  open.push(model);
  return createModelClient({
    baseUrl: model.url,
    apiKey: "",
    model: "m",
    embeddingModel: "e",
    timeoutMs: 500,
  });
}
const messages = [
  { author: "customer" as const, text: "Где моя машина? Я жду час." },
  { author: "assistant" as const, text: "Позову менеджера." },
];

describe("summariseConversation", () => {
  it("sums up with the simulator's model", async () => {
    const result = await summariseConversation(sim("grounded"), { messages, language: "ru" });
    expect(result).toMatchObject({ ok: true, summary: expect.stringContaining("машина") });
  });

  it("keeps two sentences", async () => {
    const client = await scripted({ pieces: ['```json\n{"summary":"One. Two. Three."}\n```'] });
    expect(await summariseConversation(client, { messages, language: "en" })).toMatchObject({
      ok: true,
      summary: "One. Two.",
    });
  });

  it.each([["not json"], ['{"summary":""}'], ["{}"]])("returns a failure for %s", async (text) => {
    const client = await scripted({ pieces: [text] });
    expect(await summariseConversation(client, { messages, language: "en" })).toMatchObject({
      ok: false,
      failure: { kind: "bad_answer" },
    });
  });

  it("returns a failure when the model hangs or refuses", async () => {
    expect(await summariseConversation(sim("hanging"), { messages, language: "ru" })).toMatchObject({
      ok: false,
      failure: { kind: "timeout" },
    });
    expect(await summariseConversation(sim("401"), { messages, language: "ru" })).toMatchObject({
      ok: false,
      failure: { kind: "unauthorised" },
    });
  });
});

describe("embedTexts", () => {
  it("embeds in order, more texts than one request takes, to length 1", async () => {
    const texts = Array.from({ length: 130 }, (_, index) => `залог ${index}`);
    const result = await embedTexts(sim("grounded", "sim-embedding"), texts);
    if (!result.ok) throw new Error(result.failure.detail);
    expect(result.vectors).toHaveLength(130);
    expect(Math.hypot(...(result.vectors[0] ?? []))).toBeCloseTo(1, 4);
    const again = await embedTexts(sim("grounded", "sim-embedding"), ["залог 100"]);
    expect(again.ok && again.vectors[0]).toEqual(result.vectors[100]);
  });

  it.each([
    [{ status: 200, body: { data: [] } }, "bad_answer"],
    [{ status: 200, body: { data: [{ index: 0, embedding: [0, 0] }] } }, "bad_answer"],
    [{ status: 429 }, "rate_limited"],
  ])("returns a failure for %j", async (reply, kind) => {
    expect(await embedTexts(await scripted(reply), ["a"])).toMatchObject({ ok: false, failure: { kind } });
  });

  it("says that no model is configured", async () => {
    expect(await embedTexts(sim("grounded"), ["a"])).toMatchObject({
      ok: false,
      failure: { kind: "unknown_model" },
    });
  });
});

describe("probeModel", () => {
  it("finds what the simulator supports", async () => {
    expect(await probeModel(sim("grounded", "sim-embedding"))).toMatchObject({
      ok: true,
      capabilities: { jsonSchema: true, streaming: true, embeddings: true },
      models: expect.arrayContaining(["sim-grounded"]),
      warnings: [],
      embeddingFailure: null,
    });
  });

  it("finds what a plain endpoint lacks, and says it", async () => {
    const noList: ScriptedReply = { status: 404 };
    const refused: ScriptedReply = {
      status: 400,
      body: { error: { message: "response_format is not supported" } },
    };
    const probe = await probeModel(
      await scripted(noList, refused, refused, { pieces: ['{"ok":true}'] }, { status: 404 }),
    );
    expect(probe).toMatchObject({
      ok: true,
      capabilities: { jsonSchema: false, streaming: true, embeddings: false },
      models: [],
    });
    expect(probe).toMatchObject({ warnings: ["no_format"], embeddingFailure: { kind: "not_found" } });
  });

  it.each([
    ["401", "unauthorised"],
    ["500", "server_error"],
    ["hanging", "timeout"],
  ])("says what is wrong: %s", async (mode, kind) => {
    expect(await probeModel(sim(mode))).toMatchObject({ ok: false, failure: { kind } });
  });

  it("says that a model is unknown", async () => {
    const unknown: ScriptedReply = {
      status: 404,
      body: { error: { code: "model_not_found", message: "no such model" } },
    };
    const client = await scripted({ status: 200, body: { data: [{ id: "llama3" }] } }, unknown);
    expect(await probeModel(client)).toMatchObject({
      ok: false,
      failure: { kind: "unknown_model" },
      models: ["llama3"],
    });
  });
});
