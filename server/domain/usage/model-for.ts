import { createModelClient, type ModelClient } from "@/server/ai/create-model-client";
import { env } from "@/server/lib/env";

let cached: ModelClient | null | undefined;

/** The model that answers customers, from the environment; null when none is configured (a base URL or key is enough). */
export function modelFor(): ModelClient | null {
  if (cached !== undefined) return cached;
  const configured = env.OPENAI_API_BASE !== undefined || env.OPENAI_API_KEY !== undefined;
  cached = configured
    ? createModelClient({
        baseUrl: env.OPENAI_API_BASE,
        apiKey: env.OPENAI_API_KEY ?? "",
        model: env.OPENAI_MODEL_NAME ?? "gpt-4o-mini",
        embeddingModel: env.OPENAI_EMBEDDING_MODEL,
      })
    : null;
  return cached;
}
