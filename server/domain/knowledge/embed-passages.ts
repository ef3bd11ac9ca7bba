import { type Embeddings, embedTexts } from "@/server/ai/embed-texts";
import { meterModelCall } from "@/server/domain/usage/meter-model-call";
import { modelFor, type WorkspaceModel } from "@/server/domain/usage/model-for";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";

const batch = 64;

/**
 * Gives every passage its vector of its workspace's embedding model, also after the model was changed. Without such a
 * model nothing happens; when it fails, answers go on by words and the owner is told. One workspace's model holds no
 * other's up for longer than one request.
 */
export async function embedPassages(): Promise<void> {
  const workspaces = await db.workspace.findMany({
    where: {
      passages: { some: {} },
      ...(!env.OPENAI_EMBEDDING_MODEL && {
        aiSettings: { mode: "byok" as const, embeddingModel: { not: null } },
      }),
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  let open = workspaces.map(({ id }) => id);
  while (open.length > 0) {
    const left: number[] = [];
    for (const workspaceId of open) if (await embedBatch(workspaceId)) left.push(workspaceId);
    open = left;
  }
}

/** Embeds the next passages of a workspace; false when none is left or the model does not work now. */
async function embedBatch(workspaceId: number): Promise<boolean> {
  const model = await modelFor(workspaceId);
  const embeddingModel = model?.client.embeddingModel;
  if (!model || !embeddingModel) return false;
  const passages = await db.passage.findMany({
    where: { workspaceId, OR: [{ embeddingModel: null }, { embeddingModel: { not: embeddingModel } }] },
    orderBy: { id: "asc" },
    take: batch,
    select: { id: true, heading: true, text: true },
  });
  if (passages.length === 0) return false;
  const vectors = await embed(
    workspaceId,
    model,
    passages.map(({ heading, text }) => [...heading, text].join("\n")),
  );
  if (!vectors) return false;
  await transaction(async (tx) => {
    for (const [index, { id }] of passages.entries()) {
      const vector = vectors[index];
      if (!vector) continue;
      const embedding = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).slice();
      // A passage that was cut anew meanwhile is gone; its successor is embedded with the next batch.
      await tx.passage.updateMany({ where: { id }, data: { embedding, embeddingModel } });
    }
  });
  return true;
}

async function embed(
  workspaceId: number,
  model: WorkspaceModel,
  texts: string[],
): Promise<Float32Array[] | null> {
  const call = {
    workspaceId,
    purpose: "embedding" as const,
    promptCharacters: texts.reduce((sum, text) => sum + text.length, 0),
  };
  const metered = await meterModelCall<Embeddings>(model, call, async () => {
    const result = await embedTexts(model.client, texts);
    return result.ok
      ? { result, usage: { inputTokens: result.inputTokens, outputTokens: 0 } }
      : { result, failure: result.failure };
  });
  return metered.ok && metered.result.ok ? metered.result.vectors : null;
}
