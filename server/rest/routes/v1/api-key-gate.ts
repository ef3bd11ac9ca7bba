import type { MiddlewareHandler } from "hono";
import { apiKeyActor } from "@/server/auth/api-key-actor";
import { rateLimit } from "@/server/auth/rate-limit";
import type { ApiKeyActor } from "@/server/lib/actor";

/** What the gate leaves for the routes behind it. */
export type ApiEnv = { Variables: { actor: ApiKeyActor } };

/** Proves the program behind a request by its API key, within the key's limit of requests. */
export const apiKeyGate: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const actor = await apiKeyActor(c.req.raw.headers);
  await rateLimit("api-key", actor.apiKeyId);
  c.set("actor", actor);
  c.header("Cache-Control", "no-store");
  await next();
};
