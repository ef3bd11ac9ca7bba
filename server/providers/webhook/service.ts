import { randomUUID } from "node:crypto";
import { clock } from "@/server/lib/clock";
import { RefusedUrl, safeFetch } from "@/server/lib/safe-fetch";
import type { EventType } from "@/server/providers/event-types";
import type { OutgoingEvent, OutgoingResult } from "@/server/providers/outgoing";
import type { ProbeResult, Provider } from "@/server/providers/provider";
import {
  newSecret,
  type WebhookCredentials,
  type WebhookSettings,
  webhookCredentials,
  webhookSettings,
} from "@/server/providers/webhook/schema";
import {
  signedHeaders,
  toOutgoingResult,
  webhookBody,
  withSecret,
} from "@/server/providers/webhook/transform";

/** A receiver puts the event away and answers; what it does with it takes longer and is its own business. */
const timeoutMs = 10_000;
/** Enough for the beginning of an answer in any language. */
const readBytes = 4096;

async function deliver(
  credentials: WebhookCredentials,
  { url }: WebhookSettings,
  event: OutgoingEvent,
): Promise<OutgoingResult> {
  const body = webhookBody(event);
  const headers = signedHeaders(credentials, { id: event.id, body, now: clock.now() });
  try {
    const response = await safeFetch(url, { method: "POST", headers, body }, { timeoutMs });
    const text = await beginning(response);
    return toOutgoingResult({ status: response.status, headers: response.headers, text }, clock.now());
  } catch (error) {
    const isFinal =
      error instanceof RefusedUrl && error.reason !== "unresolvable" && error.reason !== "encoded";
    const detail = error instanceof Error ? error.message || error.name : String(error);
    return { ok: false, kind: isFinal ? "refused" : "retry", status: null, detail: detail.slice(0, 500) };
  }
}

/** The first bytes of an answer as text; the rest is not waited for. */
async function beginning(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let bytes = 0; reader && bytes < readBytes; ) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
  }
  await reader?.cancel();
  return Buffer.concat(chunks).subarray(0, readBytes).toString("utf8");
}

/** Sends a signed ping; a receiver that does not take it is told of, for it may not know the secret yet. */
async function probe(credentials: WebhookCredentials, settings: WebhookSettings): Promise<ProbeResult> {
  const event = { id: `ping_${randomUUID()}`, type: "webhook.ping", at: clock.now().toISOString(), data: {} };
  const result = await deliver(credentials, settings, event);
  if (!result.ok && result.status === null) {
    const code = result.kind === "refused" ? "address_refused" : "unreachable";
    return { ok: false, code, detail: result.detail, field: "url" };
  }
  return {
    ok: true,
    account: { id: credentials.id, name: new URL(settings.url).host },
    warnings: result.ok ? [] : [{ code: "ping_refused", detail: `HTTP ${result.status}` }],
    groups: [],
  };
}

/** Signed events to an address of the owner's own program: https://www.standardwebhooks.com. */
export const webhook: Provider<WebhookCredentials, WebhookSettings> = {
  slug: "webhook",
  credentialsSchema: webhookCredentials,
  settingsSchema: webhookSettings,
  // The address is the owner's own and stands in the settings.
  apiRoots: { service: "" },
  probe: (credentials, _world, settings) => probe(credentials, settings),
  outgoing: {
    wants: ({ events }, type) => events.includes(type as EventType),
    deliver,
    renewSecret(credentials) {
      const secret = newSecret();
      return { secret, credentials: withSecret(credentials, secret, clock.now()) };
    },
  },
};
