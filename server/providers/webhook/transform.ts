import { createHmac } from "node:crypto";
import type { OutgoingEvent, OutgoingResult } from "@/server/providers/outgoing";
import type { WebhookCredentials } from "@/server/providers/webhook/schema";

/** The secret of before counts for so long after a new one was made. */
const overlapMs = 24 * 3600_000;
/** So much of an answer is kept, in characters. */
const detailLimit = 500;
/** No receiver may put an event off for longer. */
const longestPauseMs = 24 * 3600_000;

/** The event as it travels; retries carry the same bytes. */
export function webhookBody({ type, at, data }: OutgoingEvent): string {
  return JSON.stringify({ type, timestamp: at, data });
}

/**
 * The headers that prove where a body comes from, with a signature by each secret that counts:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md.
 */
export function signedHeaders(
  { secret, previous }: WebhookCredentials,
  { id, body, now }: { id: string; body: string; now: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const secrets =
    previous && Date.parse(previous.until) > now.getTime() ? [secret, previous.secret] : [secret];
  const signatures = secrets.map((one) => {
    const key = Buffer.from(one.slice("whsec_".length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "content-type": "application/json",
    "user-agent": "AssistChat-Webhooks/1",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}

/** Credentials with a new secret; the one of before goes on signing for a day. */
export function withSecret(credentials: WebhookCredentials, secret: string, now: Date): WebhookCredentials {
  const until = new Date(now.getTime() + overlapMs).toISOString();
  return { id: credentials.id, secret, previous: { secret: credentials.secret, until } };
}

/** What a receiver's answer means: 2xx it has the event, 410 it wants no more, all else may change. */
export function toOutgoingResult(
  answer: { status: number; headers: Headers; text: string },
  now: Date,
): OutgoingResult {
  const { status } = answer;
  // Postgres takes no NUL, and half a surrogate pair is no text.
  const text = answer.text.replaceAll("\u0000", "").slice(0, detailLimit).toWellFormed();
  if (status >= 200 && status < 300) return { ok: true, status, detail: text };
  const moved = status >= 300 && status < 400;
  const detail = moved
    ? `Redirects are not followed: ${answer.headers.get("location") ?? ""}`.slice(0, detailLimit)
    : text;
  if (status === 410) return { ok: false, kind: "refused", status, detail };
  const afterMs = pauseOf(answer.headers.get("retry-after"), now);
  return { ok: false, kind: "retry", status, detail, ...(afterMs !== null && { afterMs }) };
}

/** `Retry-After` in seconds or as a date (RFC 9110), in milliseconds. */
function pauseOf(after: string | null, now: Date): number | null {
  if (!after) return null;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestPauseMs);
}
