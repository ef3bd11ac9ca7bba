import type { ModelUsage } from "@/server/ai/create-model-client";
import type { ModelFailure } from "@/server/ai/to-model-failure";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { resolveAlerts } from "@/server/domain/notifications/resolve-alerts";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

export type ModelCall = {
  purpose: "answer" | "summary";
  model: string;
  durationMs: number;
  usage?: ModelUsage;
  failure?: ModelFailure;
};

/** Keeps what a model call cost and how it ended; a failure goes to the owner with its reason. */
export async function recordModelCall(
  { workspaceId, id }: { workspaceId: number; id: number },
  { purpose, model, durationMs, usage, failure }: ModelCall,
): Promise<void> {
  await db.modelUsage.create({
    data: {
      workspaceId,
      conversationId: id,
      purpose,
      model,
      promptTokens: usage?.inputTokens ?? 0,
      completionTokens: usage?.outputTokens ?? 0,
      durationMs: Math.round(durationMs),
      outcome: failure?.kind ?? "ok",
    },
  });
  if (!failure) return resolveAlerts(workspaceId, ["model_failed"]);
  logger.warn({ workspaceId, kind: failure.kind, detail: failure.detail }, "the model failed");
  await transaction((tx) => raiseAlert(tx, workspaceId, "model_failed", failure.detail));
}
