import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { recordCall } from "../world/calls";
import { MODEL_MODES, type ModelMode } from "../world/settings";
import { unixTime, type World } from "../world/world";
import { composeReply } from "./compose-reply";
import { EMBEDDING_SIZE, embed } from "./embed";
import { streamReply } from "./stream-reply";

const part = z.looseObject({ text: z.string().optional() });
const chatSchema = z.looseObject({
  model: z.string(),
  messages: z
    .array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part), z.null()]) }))
    .min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  response_format: z
    .looseObject({ type: z.string(), json_schema: z.looseObject({ schema: z.unknown() }).optional() })
    .nullish(),
});
const embeddingSchema = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  encoding_format: z.enum(["float", "base64"]).optional(),
  dimensions: z.literal(EMBEDDING_SIZE).optional(),
});

const ERRORS: Partial<Record<ModelMode, { status: 401 | 429 | 500; message: string; code: string }>> = {
  "401": { status: 401, message: "Incorrect API key provided.", code: "invalid_api_key" },
  "429": { status: 429, message: "Rate limit reached for requests.", code: "rate_limit_exceeded" },
  "500": {
    status: 500,
    message: "The server had an error while processing your request.",
    code: "server_error",
  },
};

const tokens = (text: string) => Math.ceil(text.length / 4);
const problem = (message: string, code: string) => ({ error: { message, type: code, param: null, code } });

/** The mode a model name asks for (`sim-refusing`), else the world's setting. */
function modeFor(world: World, model: string): ModelMode {
  return MODEL_MODES.find((mode) => model === `sim-${mode}`) ?? world.state.settings.model.mode;
}

const textOf = (content: string | { text?: string }[] | null) =>
  typeof content === "string" ? content : (content ?? []).map(({ text }) => text ?? "").join("\n");

/** Waits until the caller hangs up or the simulator stops. */
async function hang(world: World, c: Context): Promise<void> {
  const signal = AbortSignal.any([world.closing.signal, c.req.raw.signal]);
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

async function chat(c: Context<{ Bindings: HttpBindings }>, world: World): Promise<Response> {
  const parsed = chatSchema.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) return c.json(problem(z.prettifyError(parsed.error), "invalid_request_error"), 400);
  const request = parsed.data;
  const mode = modeFor(world, request.model);
  const error = ERRORS[mode];
  recordCall(world, {
    at: Date.now(),
    bot: null,
    method: "chat/completions",
    parameters: request,
    ok: !error,
    ...(error && { errorCode: error.status }),
  });
  if (error) return c.json(problem(error.message, error.code), error.status);
  if (mode === "hanging") await hang(world, c);
  if (mode === "slow") await sleep(world.state.settings.model.delayMs);
  const lastUser = request.messages.findLast(({ role }) => role === "user");
  const whole = composeReply(
    mode,
    textOf(lastUser?.content ?? null),
    request.response_format?.json_schema?.schema,
  );
  const truncated = mode === "truncated";
  const content = truncated ? whole.slice(0, Math.ceil(whole.length / 2)) : whole;
  const prompt_tokens = request.messages.reduce((sum, { content: text }) => sum + tokens(textOf(text)), 0);
  const completion_tokens = tokens(content);
  const usage = { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
  const head = {
    id: `chatcmpl-${randomBytes(9).toString("hex")}`,
    created: unixTime(),
    model: request.model,
  };
  if (request.stream) {
    const includeUsage = request.stream_options?.include_usage === true;
    return streamReply(c, world, { head, content, truncated, usage: includeUsage ? usage : null });
  }
  const message = { role: "assistant", content, refusal: null };
  const choice = { index: 0, message, logprobs: null, finish_reason: truncated ? "length" : "stop" };
  return c.json({ ...head, object: "chat.completion", choices: [choice], usage });
}

async function embeddings(c: Context<{ Bindings: HttpBindings }>, world: World): Promise<Response> {
  const parsed = embeddingSchema.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) return c.json(problem(z.prettifyError(parsed.error), "invalid_request_error"), 400);
  const { input, model, encoding_format } = parsed.data;
  const error = ERRORS[modeFor(world, model)];
  const texts = typeof input === "string" ? [input] : input;
  recordCall(world, {
    at: Date.now(),
    bot: null,
    method: "embeddings",
    parameters: { model, count: texts.length },
    ok: !error,
  });
  if (error) return c.json(problem(error.message, error.code), error.status);
  const data = texts.map((text, index) => {
    const vector = embed(text);
    const embedding =
      encoding_format === "base64" ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector;
    return { object: "embedding", index, embedding };
  });
  const total = texts.reduce((sum, text) => sum + tokens(text), 0);
  return c.json({ object: "list", model, data, usage: { prompt_tokens: total, total_tokens: total } });
}

/** An OpenAI-compatible model that answers only from the passages it is given, or misbehaves on request. */
export function modelApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get("/models", (c) => {
    const error = ERRORS[world.state.settings.model.mode];
    if (error) return c.json(problem(error.message, error.code), error.status);
    const names = [...MODEL_MODES.map((mode) => `sim-${mode}`), "sim-embedding"];
    const data = names.map((id) => ({ id, object: "model", created: 1_700_000_000, owned_by: "simulator" }));
    return c.json({ object: "list", data });
  });
  app.post("/chat/completions", (c) => chat(c, world));
  app.post("/embeddings", (c) => embeddings(c, world));
  return app;
}
