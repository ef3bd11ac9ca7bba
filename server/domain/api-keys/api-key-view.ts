import type { ApiKey } from "@/prisma/generated/client";
import { ENVIRONMENT_PREFIX } from "@/server/domain/api-keys/environment-key";
import type { ApiKeyView } from "@/server/domain/api-keys/schema";
import { clock } from "@/server/lib/clock";

/** A key as its page shows it; `createdBy` is the name of whoever made it. */
export function apiKeyView(key: ApiKey, createdBy: string | null): ApiKeyView {
  const expired = key.expiresAt !== null && key.expiresAt <= clock.now();
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix === ENVIRONMENT_PREFIX ? null : key.prefix,
    scopes: key.scopes,
    createdBy,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt?.toISOString() ?? null,
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    lastUsedIp: key.lastUsedIp,
    state: key.revokedAt ? "revoked" : expired ? "expired" : "active",
  };
}
