import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { clock } from "@/server/lib/clock";
import type { MeetingFailure } from "@/server/providers/meetings";
import type { World } from "@/server/providers/provider";
import type { ZoomCredentials } from "@/server/providers/zoom/schema";
import { isMomentary, longestWaitMs, tokenAnswer, toMeetingFailure } from "@/server/providers/zoom/transform";

export const zoomApiRoot = "https://api.zoom.us/v2";
const zoomTokenUrl = "https://zoom.us/oauth/token";

const timeoutMs = 15_000;
/** A token is renewed so long before Zoom lets it expire. */
const spareMs = 60_000;
/** How often a call is made anew that came too soon after others. */
const mostWaits = 2;

type Token = { value: string; scope: string | undefined; until: number };
export type ZoomAnswer<T> = { ok: true; value: T } | MeetingFailure;

const tokens = new Map<string, Promise<ZoomAnswer<Token>>>();

/** Calls Zoom's API as the app; `value` is the answer's JSON, null where it has none. Only Zoom's refusals are returned. */
export async function callZoom(
  credentials: ZoomCredentials,
  world: World,
  request: { method: "GET" | "POST" | "DELETE"; path: string; body?: object },
): Promise<ZoomAnswer<unknown>> {
  let renewed = false;
  for (let waits = 0; ; ) {
    const token = await zoomToken(credentials, world);
    if (!token.ok) return token;
    const answer = await ask(`${world.apiRoot}${request.path}`, {
      method: request.method,
      headers: {
        authorization: `Bearer ${token.value.value}`,
        ...(request.body && { "content-type": "application/json" }),
      },
      body: request.body && JSON.stringify(request.body),
    });
    if (answer.ok) return answer;
    if (answer.kind === "unauthorised" && !renewed) {
      // Revoked before its time, or by a newer one of the same app.
      renewed = true;
      tokens.delete(keyOf(credentials, world));
      continue;
    }
    if (!isMomentary(answer) || waits >= mostWaits) return answer;
    waits += 1;
    await sleep(Math.min(answer.afterMs ?? 1000, longestWaitMs));
  }
}

/** The app's token with its scopes; kept until shortly before it expires, and asked for once by all who wait for it. */
export async function zoomToken(credentials: ZoomCredentials, world: World): Promise<ZoomAnswer<Token>> {
  const key = keyOf(credentials, world);
  const asked = tokens.get(key);
  const kept = await asked;
  if (kept?.ok && kept.value.until > clock.now().getTime()) return kept;
  // Somebody else may have begun to ask meanwhile.
  const current = tokens.get(key);
  const fresh = current && current !== asked ? current : fetchToken(credentials, world);
  tokens.set(key, fresh);
  const token = await fresh;
  if (!token.ok && tokens.get(key) === fresh) tokens.delete(key);
  return token;
}

async function fetchToken(
  { accountId, clientId, clientSecret }: ZoomCredentials,
  world: World,
): Promise<ZoomAnswer<Token>> {
  const query = new URLSearchParams({ grant_type: "account_credentials", account_id: accountId });
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  const answer = await ask(`${tokenUrl(world)}?${query}`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}` },
  });
  if (!answer.ok) return answer;
  const { access_token, expires_in, scope } = tokenAnswer.parse(answer.value);
  const until = clock.now().getTime() + expires_in * 1000 - spareMs;
  return { ok: true, value: { value: access_token, scope, until } };
}

/** The real one has a host of its own; a stand-in has both below one address. */
function tokenUrl({ apiRoot }: World): string {
  return apiRoot === zoomApiRoot ? zoomTokenUrl : new URL("../oauth/token", `${apiRoot}/`).href;
}

async function ask(url: string, init: RequestInit): Promise<ZoomAnswer<unknown>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
    text = await response.text();
  } catch {
    return { ok: false, kind: "retry", detail: "Zoom could not be reached." };
  }
  const body = parsed(text);
  if (response.ok) return { ok: true, value: body };
  return toMeetingFailure({ status: response.status, headers: response.headers, body }, clock.now());
}

/** Null for what is no JSON, such as a proxy's page. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function keyOf({ accountId, clientId, clientSecret }: ZoomCredentials, { apiRoot }: World): string {
  return createHash("sha256").update([apiRoot, accountId, clientId, clientSecret].join("\n")).digest("hex");
}
