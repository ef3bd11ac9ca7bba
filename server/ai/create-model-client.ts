import OpenAI from "openai";

/** What an endpoint was found to support; an absent field means "not probed: try, and fall back when refused". */
export type ModelCapabilities = { jsonSchema?: boolean; streaming?: boolean; embeddings?: boolean };

export type ModelConfig = {
  /** Root of an OpenAI-compatible API, such as https://api.openai.com/v1 (the default). */
  baseUrl?: string;
  /** May be empty: local servers need none. */
  apiKey: string;
  model: string;
  embeddingModel?: string;
  /** Milliseconds one answer may take in all, its repair included. */
  timeoutMs?: number;
  /** The most tokens one reply may have, where its cost must be known beforehand. */
  maxReplyTokens?: number;
  capabilities?: ModelCapabilities;
  /** A fetch of the caller's own, for instance one that pins checked addresses. */
  fetch?: typeof globalThis.fetch;
};

/** How requests to this endpoint are put; each refusal of the endpoint switches one habit off for good. */
export type RequestHabits = {
  format: "json_schema" | "json_object" | "plain";
  streaming: boolean;
  streamUsage: boolean;
  temperature: boolean;
  /** What the endpoint calls the limit of a reply's length; OpenAI's newer models know the first only. */
  tokenLimit: "max_completion_tokens" | "max_tokens" | "none";
};

export type ModelClient = {
  openai: OpenAI;
  model: string;
  embeddingModel?: string;
  timeoutMs: number;
  maxReplyTokens?: number;
  habits: RequestHabits;
};

export type ModelUsage = { inputTokens: number; outputTokens: number };

/** Makes a client for one OpenAI-compatible endpoint; it never follows redirects and never retries by itself. */
export function createModelClient(config: ModelConfig): ModelClient {
  const openai = new OpenAI({
    // The library throws on an empty key, and local servers have none.
    apiKey: config.apiKey === "" ? "none" : config.apiKey,
    baseURL: config.baseUrl || "https://api.openai.com/v1",
    // Nothing of the process environment may reach an endpoint that a user typed in.
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: config.timeoutMs ?? 30_000,
    logLevel: "off",
    fetchOptions: { redirect: "manual" },
    fetch: config.fetch,
  });
  return {
    openai,
    model: config.model,
    embeddingModel: config.embeddingModel || undefined,
    timeoutMs: config.timeoutMs ?? 30_000,
    maxReplyTokens: config.maxReplyTokens,
    habits: {
      format: config.capabilities?.jsonSchema === false ? "json_object" : "json_schema",
      streaming: config.capabilities?.streaming !== false,
      streamUsage: true,
      temperature: true,
      tokenLimit: "max_completion_tokens",
    },
  };
}
