import type { ModelClient } from "@/server/ai/create-model-client";
import { type ModelFailure, toModelFailure } from "@/server/ai/to-model-failure";

/** Endpoints limit a request's inputs (OpenAI: 2048) and its tokens; local servers are slow on large batches. */
const BATCH = 64;
/** OpenAI takes 8192 tokens an input; a passage has a few hundred. */
const MAX_CHARACTERS = 8000;

export type Embeddings =
  | { ok: true; vectors: Float32Array[]; inputTokens: number }
  | { ok: false; failure: ModelFailure };

/** Embeds texts in their order, each vector of length 1; an abort by the caller's signal throws its reason. */
export async function embedTexts(
  client: ModelClient,
  texts: string[],
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<Embeddings> {
  if (!client.embeddingModel) {
    return { ok: false, failure: { kind: "unknown_model", detail: "No embedding model is configured." } };
  }
  const deadline = AbortSignal.timeout(options.timeoutMs ?? client.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  const vectors: Float32Array[] = [];
  let inputTokens = 0;
  try {
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH);
      const input = batch.map((text) => text.slice(0, MAX_CHARACTERS) || " ");
      const reply = await client.openai.embeddings.create(
        { model: client.embeddingModel, input, encoding_format: "float" },
        { signal },
      );
      const rows = [...(reply.data ?? [])].sort((a, b) => a.index - b.index);
      const read = rows.map((row) => normalise(row.embedding));
      if (
        read.length !== batch.length ||
        read.some((vector) => vector === null || vector.length !== (vectors[0] ?? read[0])?.length)
      ) {
        return {
          ok: false,
          failure: {
            kind: "bad_answer",
            detail: "The embedding model returned vectors that do not fit the texts.",
          },
        };
      }
      vectors.push(...read.filter((vector) => vector !== null));
      inputTokens += reply.usage?.prompt_tokens ?? 0;
    }
    return { ok: true, vectors, inputTokens };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { ok: false, failure: toModelFailure(error) };
  }
}

function normalise(values: unknown): Float32Array | null {
  if (!Array.isArray(values) || values.length === 0) return null;
  const vector = Float32Array.from(values, Number);
  const length = Math.hypot(...vector);
  return Number.isFinite(length) && length > 0 ? vector.map((value) => value / length) : null;
}
