import { BadRequestError, UnprocessableEntityError } from "openai";
import type {
  ChatCompletionCreateParamsBase,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import type { ModelClient, ModelUsage, RequestHabits } from "@/server/ai/create-model-client";

/** A runaway answer is cut here; an honest one has a few thousand characters. */
const MAX_CHARACTERS = 60_000;

export type CompletionRequest = {
  messages: ChatCompletionMessageParam[];
  /** JSON schema of the reply and its name, sent as `response_format` where the endpoint takes it. */
  schema: { name: string; schema: Record<string, unknown> };
  /** Ends the request; it must also carry the deadline. */
  signal: AbortSignal;
};

/**
 * Yields the reply's text as it comes and returns the tokens used; throws what the client throws (see toModelFailure).
 * A refused `response_format`, `stream`, `stream_options` or `temperature` is left out from then on.
 */
export async function* streamCompletion(
  client: ModelClient,
  request: CompletionRequest,
): AsyncGenerator<string, ModelUsage> {
  for (;;) {
    try {
      return yield* attempt(client, request);
    } catch (error) {
      const refused = error instanceof BadRequestError || error instanceof UnprocessableEntityError;
      if (
        !refused ||
        !giveUpHabit(client.habits, `${error.param ?? ""} ${error.code ?? ""} ${error.message}`)
      )
        throw error;
    }
  }
}

async function* attempt(
  client: ModelClient,
  { messages, schema, signal }: CompletionRequest,
): AsyncGenerator<string, ModelUsage> {
  const { habits, openai, model } = client;
  const body: ChatCompletionCreateParamsBase = { model, messages };
  if (habits.temperature) body.temperature = 0;
  if (client.maxReplyTokens && habits.tokenLimit !== "none") body[habits.tokenLimit] = client.maxReplyTokens;
  if (habits.format === "json_schema")
    body.response_format = { type: "json_schema", json_schema: { ...schema, strict: true } };
  if (habits.format === "json_object") body.response_format = { type: "json_object" };
  if (!habits.streaming) {
    const completion = await openai.chat.completions.create({ ...body, stream: false }, { signal });
    yield completion.choices?.[0]?.message?.content ?? "";
    return toUsage(completion.usage);
  }
  const stream = await openai.chat.completions.create(
    { ...body, stream: true, ...(habits.streamUsage ? { stream_options: { include_usage: true } } : {}) },
    { signal },
  );
  let usage: ModelUsage = { inputTokens: 0, outputTokens: 0 };
  let characters = 0;
  for await (const chunk of stream) {
    if (chunk.usage) usage = toUsage(chunk.usage);
    const text = chunk.choices?.[0]?.delta?.content;
    if (!text) continue;
    characters += text.length;
    if (characters > MAX_CHARACTERS) break;
    yield text;
  }
  // The library ends an aborted stream as if it were complete.
  signal.throwIfAborted();
  return usage;
}

/** Switches off the habit the endpoint complains of, or the next likely one; false when none is left. */
function giveUpHabit(habits: RequestHabits, complaint: string): boolean {
  if (/model_not_found|context_length/i.test(complaint)) return false;
  const weaker = habits.format === "json_schema" ? "json_object" : "plain";
  if (habits.temperature && /temperature/i.test(complaint)) habits.temperature = false;
  else if (habits.tokenLimit === "max_completion_tokens" && /max_completion_tokens/i.test(complaint))
    habits.tokenLimit = "max_tokens";
  else if (habits.tokenLimit !== "none" && /max_tokens/i.test(complaint)) habits.tokenLimit = "none";
  else if (habits.streamUsage && /stream_options|include_usage/i.test(complaint)) habits.streamUsage = false;
  else if (habits.streaming && /\bstream/i.test(complaint)) habits.streaming = false;
  else if (habits.format !== "plain") habits.format = weaker;
  else if (habits.streamUsage && habits.streaming) habits.streamUsage = false;
  else if (habits.temperature) habits.temperature = false;
  else return false;
  return true;
}

function toUsage(
  usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined,
): ModelUsage {
  return { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 };
}
