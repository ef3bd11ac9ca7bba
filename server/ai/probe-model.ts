import type { ModelCapabilities, ModelClient, RequestHabits } from "@/server/ai/create-model-client";
import { embedTexts } from "@/server/ai/embed-texts";
import { readCompletion } from "@/server/ai/read-completion";
import { type ModelFailure, toModelFailure } from "@/server/ai/to-model-failure";

/** The model does not keep to JSON; the endpoint takes no response_format, does not stream. */
export type ModelWarning = "disobeys" | "no_format" | "no_streaming";

export type ModelProbe =
  | {
      ok: true;
      capabilities: Required<ModelCapabilities>;
      /** Names the endpoint lists; empty when it keeps no list. */
      models: string[];
      /** What works less well than it could. */
      warnings: ModelWarning[];
      /** Why the embedding model that was named does not work. */
      embeddingFailure: ModelFailure | null;
    }
  | { ok: false; failure: ModelFailure; models: string[] };

const schema = {
  name: "probe",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["ok"],
    properties: { ok: { type: "boolean" } },
  },
};

/** Tries an endpoint live with one or two tiny requests: does it answer, and what does it support; takes at most 20 s. */
export async function probeModel(client: ModelClient, signal?: AbortSignal): Promise<ModelProbe> {
  const names = await listModels(client, signal);
  const before: RequestHabits = { ...client.habits };
  Object.assign(client.habits, {
    format: "json_schema",
    streaming: true,
    streamUsage: true,
    temperature: true,
    tokenLimit: "max_completion_tokens",
  });
  const reply = await readCompletion(client, {
    messages: [
      { role: "system", content: 'Reply with the JSON object {"ok":true} and nothing else.' },
      { role: "user", content: "{}" },
    ],
    schema,
    timeoutMs: Math.min(15_000, client.timeoutMs),
    signal,
  });
  if (!reply.ok) {
    Object.assign(client.habits, before);
    return { ok: false, failure: reply.failure, models: names };
  }
  // A page of some other site streams nothing that could be read as a reply.
  if (reply.text === "") {
    Object.assign(client.habits, before);
    const detail = "The address answers, but not in the form of an OpenAI-compatible API.";
    return { ok: false, failure: { kind: "bad_answer", detail }, models: names };
  }
  const warnings: ModelWarning[] = [];
  const obeys = /\{\s*"ok"\s*:\s*(true|false)\s*\}/.test(reply.text);
  if (!obeys) warnings.push("disobeys");
  const jsonSchema = client.habits.format === "json_schema" && obeys;
  if (client.habits.format === "plain") warnings.push("no_format");
  if (!client.habits.streaming) warnings.push("no_streaming");
  const embedding = client.embeddingModel
    ? await embedTexts(client, ["probe"], { signal, timeoutMs: Math.min(5000, client.timeoutMs) })
    : null;
  return {
    ok: true,
    capabilities: { jsonSchema, streaming: client.habits.streaming, embeddings: embedding?.ok === true },
    models: names,
    warnings,
    embeddingFailure: embedding?.ok === false ? embedding.failure : null,
  };
}

/** A list is optional: many local servers have none, and a restricted key may not read it. */
async function listModels(client: ModelClient, signal?: AbortSignal): Promise<string[]> {
  try {
    const page = await client.openai.models.list({ signal, timeout: Math.min(5000, client.timeoutMs) });
    return (page.data ?? []).map((model) => model.id);
  } catch (error) {
    signal?.throwIfAborted();
    toModelFailure(error);
    return [];
  }
}
