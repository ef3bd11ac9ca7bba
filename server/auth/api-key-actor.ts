import { timingSafeEqual } from "node:crypto";
import type { ApiKey } from "@/prisma/generated/client";
import { clientAddress } from "@/server/auth/client-address";
import { ENVIRONMENT_PREFIX, environmentKey } from "@/server/domain/api-keys/environment-key";
import { hashApiKey } from "@/server/domain/api-keys/key-format";
import type { ApiKeyActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";

/** `lastUsedAt` is kept to the minute: a write a request would be too many. */
const usedEveryMs = 60_000;

/**
 * The program whom an `X-API-Key` (or `Authorization: Bearer`) header proves. Throws `unauthenticated` with the reason
 * `api_key_missing`, `api_key_invalid` (unknown or revoked) or `api_key_expired`.
 */
export async function apiKeyActor(headers: Headers): Promise<ApiKeyActor> {
  const given =
    headers.get("x-api-key")?.trim() || /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (!given) throw refusal("api_key_missing", "Send an API key in the X-API-Key header.");
  const key = await findApiKey(given);
  if (!key || key.revokedAt) throw refusal("api_key_invalid", "This API key is not valid.");
  const now = clock.now();
  if (key.expiresAt && key.expiresAt <= now) throw refusal("api_key_expired", "This API key has expired.");
  const from = { ip: clientAddress(headers), userAgent: headers.get("user-agent") };
  if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > usedEveryMs)
    await db.apiKey.updateMany({ where: { id: key.id }, data: { lastUsedAt: now, lastUsedIp: from.ip } });
  return { kind: "api-key", workspaceId: key.workspaceId, apiKeyId: key.id, scopes: key.scopes, from };
}

/** The row of a key; HUB_API_KEY counts only as it stands in the environment now. */
async function findApiKey(given: string): Promise<ApiKey | null> {
  const keyHash = hashApiKey(given);
  const hubKey = env.HUB_API_KEY;
  if (hubKey && timingSafeEqual(Buffer.from(keyHash), Buffer.from(hashApiKey(hubKey))))
    return transaction((tx) => environmentKey(tx, { keyHash, mayApprove: env.HUB_API_KEY_MAY_APPROVE }));
  return db.apiKey.findFirst({ where: { keyHash, prefix: { not: ENVIRONMENT_PREFIX } } });
}

function refusal(reason: string, message: string): AppError {
  return new AppError("unauthenticated", reason, message);
}
