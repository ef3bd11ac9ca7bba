import { embedTexts } from "@/server/ai/embed-texts";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { resolveAlerts } from "@/server/domain/notifications/resolve-alerts";
import { modelFor } from "@/server/domain/usage/model-for";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

const batch = 64;

/**
 * Gives every passage its vector of the configured embedding model, also after the model was changed. Without such a
 * model nothing happens; when it fails, answers go on by words and the owner is told.
 */
export async function embedPassages(): Promise<void> {
  const client = modelFor();
  const model = client?.embeddingModel;
  if (!client || !model) return;
  for (;;) {
    const passages = await db.passage.findMany({
      where: { OR: [{ embeddingModel: null }, { embeddingModel: { not: model } }] },
      orderBy: { id: "asc" },
      take: batch,
      select: { id: true, workspaceId: true, heading: true, text: true },
    });
    if (passages.length === 0) return;
    const embedded = await embedTexts(
      client,
      passages.map(({ heading, text }) => [...heading, text].join("\n")),
    );
    const workspaceIds = [...new Set(passages.map(({ workspaceId }) => workspaceId))];
    if (!embedded.ok) {
      logger.warn({ detail: embedded.failure.detail }, "passages could not be embedded");
      for (const id of workspaceIds) {
        await transaction((tx) => raiseAlert(tx, id, "embedding_failed", embedded.failure.detail));
      }
      return;
    }
    await transaction(async (tx) => {
      for (const [index, { id }] of passages.entries()) {
        const vector = embedded.vectors[index];
        if (!vector) continue;
        const embedding = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).slice();
        // A passage that was cut anew meanwhile is gone; its successor is embedded with the next batch.
        await tx.passage.updateMany({ where: { id }, data: { embedding, embeddingModel: model } });
      }
    });
    for (const id of workspaceIds) await resolveAlerts(id, ["embedding_failed"]);
  }
}
