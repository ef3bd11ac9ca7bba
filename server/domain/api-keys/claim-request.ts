import type { ApiKeyActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** A request that carries an `Idempotency-Key`; `requestHash` is the SHA-256 of its method, address and body. */
export type KeyedRequest = { key: string; requestHash: string };

export type Claim =
  /** Nobody has asked this yet: carry it out, then call settleRequest. */
  | { state: "first" }
  /** It was carried out: this is what was answered. */
  | { state: "answered"; status: number; body: unknown }
  /** It is being carried out, or its process died over it. */
  | { state: "running" }
  /** The key stands for another request. */
  | { state: "other" };

/** Takes a program's idempotency key for a request, or tells what became of the one that took it first. */
export async function claimRequest(
  { workspaceId, apiKeyId }: ApiKeyActor,
  { key, requestHash }: KeyedRequest,
): Promise<Claim> {
  const id = { workspaceId, apiKeyId, key };
  const { count } = await db.idempotentAnswer.createMany({
    data: { ...id, requestHash, createdAt: clock.now() },
    skipDuplicates: true,
  });
  if (count > 0) return { state: "first" };
  const known = await db.idempotentAnswer.findUnique({ where: { workspaceId_apiKeyId_key: id } });
  // Given up between the two looks: whoever asks now finds it free in a moment.
  if (!known) return { state: "running" };
  if (known.requestHash !== requestHash) return { state: "other" };
  return known.status === null
    ? { state: "running" }
    : { state: "answered", status: known.status, body: known.body };
}
