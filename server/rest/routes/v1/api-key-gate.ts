import type { Context, MiddlewareHandler } from "hono";
import { apiKeyActor } from "@/server/auth/api-key-actor";
import { type LimitState, rateLimit } from "@/server/auth/rate-limit";
import type { ApiKeyActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import { answerOnce } from "@/server/rest/routes/v1/answer-once";

/** What the gate leaves for the routes behind it. */
export type ApiEnv = { Variables: { actor: ApiKeyActor } };

/** Requests a minute by one key; see `api-key` in server/auth/rate-limit.ts. */
export const REQUESTS_A_MINUTE = 600;

/**
 * Proves the program behind a request by its API key, within the key's limit of requests, which the answer's
 * `RateLimit-*` headers tell. A POST with an `Idempotency-Key` is carried out once.
 */
export const apiKeyGate: MiddlewareHandler<ApiEnv> = async (c, next) => {
  // Routers that are mounted at one address share its gate.
  if (c.var.actor) return next();
  const actor = await apiKeyActor(c.req.raw.headers);
  c.header("Cache-Control", "no-store");
  tellLimit(c, await countRequest(c, actor));
  c.set("actor", actor);
  return answerOnce(c, next);
};

async function countRequest(c: Context, { apiKeyId }: ApiKeyActor): Promise<LimitState> {
  try {
    return await rateLimit("api-key", apiKeyId);
  } catch (error) {
    if (error instanceof AppError && error.retryAfterSeconds)
      tellLimit(c, { limit: REQUESTS_A_MINUTE, remaining: 0, resetSeconds: error.retryAfterSeconds });
    throw error;
  }
}

/** https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-03: the three headers that clients know. */
function tellLimit(c: Context, { limit, remaining, resetSeconds }: LimitState): void {
  c.header("RateLimit-Limit", String(limit));
  c.header("RateLimit-Remaining", String(remaining));
  c.header("RateLimit-Reset", String(resetSeconds));
}
