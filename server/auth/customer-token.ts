import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { authSecret } from "@/server/auth/auth-secret";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";

const lifetimeMs = 12 * 60 * 60_000;

const claimsSchema = z.object({
  workspaceId: z.number().int(),
  resourceId: z.number().int(),
  contactId: z.number().int(),
  /** Milliseconds since 1970. */
  exp: z.number().int(),
});

/** Makes the bearer token of a customer's session: `<claims, base64url>.<HMAC-SHA256>`, good for 12 hours. */
export function issueCustomerToken(actor: CustomerActor): { token: string; expiresAt: string } {
  const exp = clock.now().getTime() + lifetimeMs;
  const { workspaceId, resourceId, contactId } = actor;
  const claims = Buffer.from(JSON.stringify({ workspaceId, resourceId, contactId, exp })).toString(
    "base64url",
  );
  return { token: `${claims}.${mac(claims).toString("base64url")}`, expiresAt: new Date(exp).toISOString() };
}

export type CustomerTokenVerdict =
  | { ok: true; actor: CustomerActor }
  | { ok: false; fault: "invalid" | "expired" };

/** Whom a token names, if it is ours and has not expired. Whether they still exist is for `customerActor` to ask. */
export function readCustomerToken(token: string): CustomerTokenVerdict {
  const [claims = "", proof = "", ...rest] = token.split(".");
  const expected = mac(claims);
  const given = Buffer.from(proof, "base64url");
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, fault: "invalid" };
  }
  const { exp, ...ids } = claimsSchema.parse(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
  if (exp <= clock.now().getTime()) return { ok: false, fault: "expired" };
  return { ok: true, actor: { kind: "customer", ...ids } };
}

function mac(claims: string): Buffer {
  return createHmac("sha256", authSecret("customer-token")).update(claims).digest();
}
