import type { ModelUsage } from "@/server/ai/create-model-client";
import { estimateTokens } from "@/server/ai/estimate-tokens";
import type { ModelFailure } from "@/server/ai/to-model-failure";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { resolveAlerts } from "@/server/domain/notifications/resolve-alerts";
import type { WorkspaceModel } from "@/server/domain/usage/model-for";
import { costMicros, listPrice, managedPrice } from "@/server/domain/usage/prices";
import { reserveBudget } from "@/server/domain/usage/reserve-budget";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

export type MeteredCall = {
  workspaceId: number;
  conversationId?: number;
  purpose: "answer" | "summary" | "embedding" | "intents";
  /** Length of all that is sent, for the worst case. */
  promptCharacters: number;
  /** Requests that the call may come to; a repair sends the first reply back. */
  tries?: number;
};

/** How a call ended; `aborted` when its result was no longer wanted. */
export type CallOutcome<Result> = {
  result: Result;
  usage?: ModelUsage;
  failure?: ModelFailure;
  aborted?: boolean;
};

/** Failures before the model began to work: nobody pays for them. */
const unpaid: ReadonlySet<ModelFailure["kind"]> = new Set([
  "unauthorised",
  "rate_limited",
  "unreachable",
  "private_address",
  "redirected",
  "not_found",
  "server_error",
  "unknown_model",
]);

/**
 * Makes a call of a workspace's model and keeps what it cost and how it ended. For the server's key its worst case is
 * put aside first; where the month's budget does not suffice the call is not made. A failure goes to the owner.
 */
export async function meterModelCall<Result>(
  { client, keyMode }: WorkspaceModel,
  call: MeteredCall,
  work: () => Promise<CallOutcome<Result>>,
): Promise<{ ok: true; result: Result } | { ok: false; reason: "budget_spent" }> {
  const { workspaceId, purpose } = call;
  const model = purpose === "embedding" ? (client.embeddingModel ?? client.model) : client.model;
  const price = keyMode === "managed" ? managedPrice(model) : listPrice(model);
  const worst = worstCase(call, purpose === "embedding" ? 0 : (client.maxReplyTokens ?? 0));
  const reserved =
    keyMode === "managed" && price
      ? await reserveBudget(workspaceId, costMicros(price, worst))
      : { ok: true as const, id: null };
  if (!reserved.ok) return reserved;
  const startedAt = performance.now();
  let outcome: CallOutcome<Result>;
  try {
    outcome = await work();
  } catch (error) {
    await release(reserved.id);
    throw error;
  }
  const { usage, failure, aborted } = outcome;
  // An endpoint that does not count, or was not let finish, may have worked as long as it was allowed to.
  const counted = usage && usage.inputTokens + usage.outputTokens > 0;
  const tokens = counted
    ? { input: usage.inputTokens, output: usage.outputTokens }
    : failure && unpaid.has(failure.kind)
      ? { input: 0, output: 0 }
      : worst;
  await transaction(async (tx) => {
    await tx.modelUsage.create({
      data: {
        workspaceId,
        conversationId: call.conversationId,
        purpose,
        model,
        keyMode,
        costMicros: price && BigInt(costMicros(price, tokens)),
        promptTokens: usage?.inputTokens ?? 0,
        completionTokens: usage?.outputTokens ?? 0,
        durationMs: Math.round(performance.now() - startedAt),
        createdAt: clock.now(),
        outcome: failure?.kind ?? (aborted ? "aborted" : "ok"),
      },
    });
    if (reserved.id) await tx.usageReservation.deleteMany({ where: { id: reserved.id } });
  });
  await tellOwner(call, failure);
  return { ok: true, result: outcome.result };
}

function worstCase({ promptCharacters, tries = 1 }: MeteredCall, replyTokens: number) {
  // Each try sends what was said before it, too.
  const sentBack = (replyTokens * tries * (tries - 1)) / 2;
  return { input: estimateTokens(promptCharacters) * tries + sentBack, output: replyTokens * tries };
}

async function release(id: number | null): Promise<void> {
  if (id) await db.usageReservation.deleteMany({ where: { id } });
}

async function tellOwner({ workspaceId, purpose }: MeteredCall, failure?: ModelFailure): Promise<void> {
  // Without embeddings answers are found by words.
  const code = purpose === "embedding" ? "embedding_failed" : "model_failed";
  if (!failure) return resolveAlerts(workspaceId, [code]);
  logger.warn({ workspaceId, purpose, kind: failure.kind, detail: failure.detail }, "the model failed");
  await transaction((tx) => raiseAlert(tx, workspaceId, code, failure.detail));
}
