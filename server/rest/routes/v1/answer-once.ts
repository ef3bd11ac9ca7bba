import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Next } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { type Claim, claimRequest, type KeyedRequest } from "@/server/domain/api-keys/claim-request";
import { settleRequest } from "@/server/domain/api-keys/settle-request";
import type { ApiKeyActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import { failure } from "@/server/rest/failure";
import type { ApiEnv } from "@/server/rest/routes/v1/api-key-gate";

/** Printable ASCII, as https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07 has it. */
const keyShape = /^[\x21-\x7e]{1,255}$/;

/** How long the second of two requests at once waits for the answer to the first; milliseconds. */
const patienceMs = 10_000;
const lookEveryMs = 100;

/**
 * Carries out a POST that has an `Idempotency-Key` once: asked again within 24 hours it gets the first answer, another
 * request under the same key gets 422, one whose first does not end in time 409. Refusals are not kept.
 */
export async function answerOnce(c: Context<ApiEnv>, next: Next): Promise<Response | undefined> {
  const key = c.req.header("Idempotency-Key")?.trim();
  if (c.req.method !== "POST" || key === undefined) {
    await next();
    return undefined;
  }
  if (!keyShape.test(key))
    throw new AppError(
      "bad_input",
      "bad_idempotency_key",
      "Idempotency-Key should be 1 to 255 printable ASCII characters without spaces.",
    );
  const claim = await claimOrWait(c.var.actor, { key, requestHash: await hashOf(c) });
  if (claim.state === "other")
    return failure(
      c,
      422,
      "idempotency_key_reused",
      "This Idempotency-Key was used for another request. Take a new key.",
    );
  if (claim.state === "running")
    throw new AppError(
      "conflict",
      "idempotency_key_busy",
      "The first request with this Idempotency-Key has not ended. Ask again in a moment.",
      1,
    );
  if (claim.state === "answered") {
    c.header("Idempotent-Replayed", "true");
    // A stored status is one that c.json gave.
    return c.json(claim.body ?? null, claim.status as ContentfulStatusCode);
  }
  await next();
  await settleRequest(c.var.actor, key, await answerOf(c.res));
  return undefined;
}

async function claimOrWait(actor: ApiKeyActor, request: KeyedRequest): Promise<Claim> {
  for (let waited = 0; ; waited += lookEveryMs) {
    const claim = await claimRequest(actor, request);
    if (claim.state !== "running" || waited >= patienceMs) return claim;
    await sleep(lookEveryMs);
  }
}

async function hashOf({ req }: Context): Promise<string> {
  const { pathname, search } = new URL(req.url);
  const hash = createHash("sha256").update(`${req.method} ${pathname}${search}\n`);
  return hash.update(new Uint8Array(await req.arrayBuffer())).digest("hex");
}

/** What is kept of an answer: null for refusals and for what is not JSON. */
async function answerOf(response: Response) {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (!response.ok || !isJson) return null;
  return { status: response.status, body: z.json().parse(await response.clone().json()) };
}
