import { createParser, type EventSourceMessage } from "eventsource-parser";
import { env } from "@/server/lib/env";
import { RefusedUrl, safeFetch } from "@/server/lib/safe-fetch";
import { kchatApiRoot } from "@/server/providers/kchat/call-kchat";
import type { KchatCredentials, KchatSettings } from "@/server/providers/kchat/schema";
import { toFailure } from "@/server/providers/kchat/transform";
import type { SendFailure, World } from "@/server/providers/provider";

/** The stream must be open after this; milliseconds. */
const openMs = 20_000;
/** A stream by `safeFetch` ends after a day and is opened anew. */
const longestMs = 24 * 60 * 60_000;

export type KchatDoor = { credentials: KchatCredentials; settings: KchatSettings; world: World };

/**
 * Opens the stream of what happens in the bot's groups; nothing is told again. `onBytes` hears of every sign of life,
 * also of those that are no event. The frames end when the connection does and throw when it breaks or `signal` aborts.
 */
export async function openEvents(
  { credentials, settings, world }: KchatDoor,
  signal: AbortSignal,
  onBytes: () => void,
): Promise<{ ok: true; frames: AsyncGenerator<EventSourceMessage> } | SendFailure> {
  const { url, isTyped } = addressOf(settings, world);
  const stop = new AbortController();
  const init = {
    headers: {
      authorization: credentials.token,
      accept: "text/event-stream",
      workspaceids: settings.kchatWorkspaceIds.join(","),
    },
    signal: AbortSignal.any([signal, stop.signal]),
  };
  const patience = setTimeout(() => stop.abort(), openMs);
  try {
    const response = isTyped
      ? await safeFetch(url, init, { timeoutMs: longestMs, maxBytes: Number.POSITIVE_INFINITY })
      : await fetch(url, { ...init, redirect: "error" });
    if (response.ok && response.body) return { ok: true, frames: framesOf(response.body, onBytes) };
    const body: unknown = await response.json().catch(() => null);
    return toFailure({ status: response.status, retryAfter: response.headers.get("retry-after"), body });
  } catch (error) {
    if (error instanceof RefusedUrl && error.reason !== "unresolvable")
      return { ok: false, kind: "address_refused", detail: error.message };
    return { ok: false, kind: "retry", detail: "KChat's events could not be reached." };
  } finally {
    clearTimeout(patience);
  }
}

/** Another installation has its events beside its API, unless it says where. */
function addressOf({ sseBaseUrl }: KchatSettings, { apiRoot, isTyped = false }: World) {
  const usual = env.SSE_BASE_URL ?? "https://pusher.kchat.app";
  const root = sseBaseUrl || (apiRoot === kchatApiRoot ? usual : apiRoot);
  return { url: `${root}/api/v2/events/bot`, isTyped: sseBaseUrl !== "" || isTyped };
}

async function* framesOf(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<EventSourceMessage> {
  const ready: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (frame) => ready.push(frame) });
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    onBytes();
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* ready.splice(0);
  }
}
