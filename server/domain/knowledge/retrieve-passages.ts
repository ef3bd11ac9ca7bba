import { type Embeddings, embedTexts } from "@/server/ai/embed-texts";
import { fuseRankings } from "@/server/ai/fuse-rankings";
import { rankByEmbedding } from "@/server/ai/rank-by-embedding";
import type { KnowledgeIndex } from "@/server/domain/knowledge/build-index";
import { searchPassages } from "@/server/domain/knowledge/search-passages";
import type { Passage } from "@/server/domain/knowledge/types";
import { meterModelCall } from "@/server/domain/usage/meter-model-call";
import type { WorkspaceModel } from "@/server/domain/usage/model-for";
import { db } from "@/server/lib/db";

/** How long the question's embedding may hold an answer up. */
const embeddingTimeoutMs = 3000;

/**
 * The passages most likely to hold the answer, best first: by words, fused with closeness in meaning where an
 * embedding model is configured and answers in time.
 */
export async function retrievePassages(
  workspaceId: number,
  index: KnowledgeIndex,
  question: string,
  model: WorkspaceModel,
  limit = 6,
): Promise<Passage[]> {
  const byWords = (await searchPassages(index, question, limit * 3)).map(({ passage }) => passage.id);
  const byMeaning = await rankedByMeaning(workspaceId, question, model, limit * 3);
  const byId = new Map(index.passages.map((passage) => [passage.id, passage]));
  return fuseRankings([{ ids: byWords }, { ids: byMeaning }])
    .slice(0, limit)
    .flatMap(({ id }) => byId.get(id) ?? []);
}

async function rankedByMeaning(
  workspaceId: number,
  question: string,
  model: WorkspaceModel,
  limit: number,
): Promise<number[]> {
  const { client } = model;
  if (!client.embeddingModel) return [];
  const call = { workspaceId, purpose: "embedding" as const, promptCharacters: question.length };
  const metered = await meterModelCall<Embeddings>(model, call, async () => {
    const result = await embedTexts(client, [question], { timeoutMs: embeddingTimeoutMs });
    return result.ok
      ? { result, usage: { inputTokens: result.inputTokens, outputTokens: 0 } }
      : { result, failure: result.failure };
  });
  // Without a vector words alone have to find it.
  const vector = metered.ok && metered.result.ok ? metered.result.vectors[0] : undefined;
  if (!vector) return [];
  const stored = await db.passage.findMany({
    where: {
      workspaceId,
      embeddingModel: client.embeddingModel,
      embedding: { not: null },
      source: { enabled: true },
    },
    select: { id: true, embedding: true },
  });
  const candidates = stored.map(({ id, embedding }) => ({
    id,
    vector: toVector(embedding ?? new Uint8Array()),
  }));
  return rankByEmbedding(vector, candidates, limit).map(({ id }) => id);
}

function toVector(bytes: Uint8Array): Float32Array {
  // A copy starts on a 4-byte boundary, which the driver's buffer need not.
  return new Float32Array(bytes.slice().buffer);
}
