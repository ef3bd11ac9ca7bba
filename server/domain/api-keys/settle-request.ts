import type { Prisma } from "@/prisma/generated/client";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/**
 * Keeps the answer to a request that claimRequest let through; null frees its key: a refusal changed nothing, so the
 * request may come again, corrected.
 */
export async function settleRequest(
  { workspaceId, apiKeyId }: ApiKeyActor,
  key: string,
  answer: { status: number; body: Prisma.InputJsonValue | null } | null,
): Promise<void> {
  const where = { workspaceId, apiKeyId, key };
  if (!answer) await db.idempotentAnswer.deleteMany({ where });
  else
    await db.idempotentAnswer.updateMany({
      where,
      data: { status: answer.status, body: answer.body ?? undefined },
    });
}
