import { env } from "@/server/lib/env";
import { RefusedUrl, safeFetch } from "@/server/lib/safe-fetch";
import { parseJson } from "@/server/providers/kchat/parse-json";
import type { KchatCredentials } from "@/server/providers/kchat/schema";
import { toFailure } from "@/server/providers/kchat/transform";
import type { SendFailure, World } from "@/server/providers/provider";

/** Where KChat itself has its API; the operator may name another installation's. */
export const kchatApiRoot = env.API_BASE_URL ?? "https://api.kchat.app";

/** No request takes longer; milliseconds. */
const timeoutMs = 20_000;

export type KchatAnswer = { ok: true; value: unknown } | SendFailure;

/**
 * Calls one of KChat's methods, `path` from the API's root; `value` is the answer's JSON, null where it has none. Aborted by
 * `signal` it was not reached.
 */
export async function callKchat(
  { token }: KchatCredentials,
  { apiRoot, isTyped }: World,
  path: string,
  body: object = {},
  signal?: AbortSignal,
): Promise<KchatAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const init = {
    method: "POST",
    headers: { authorization: token, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
  };
  const url = `${apiRoot}${path}`;
  let response: Response;
  let text: string;
  try {
    response = isTyped
      ? await safeFetch(url, init, { timeoutMs })
      : await fetch(url, { ...init, redirect: "error" });
    text = await response.text();
  } catch (error) {
    if (error instanceof RefusedUrl && error.reason !== "unresolvable")
      return { ok: false, kind: "address_refused", detail: error.message };
    return { ok: false, kind: "retry", detail: "KChat could not be reached." };
  }
  const value = parsed(text);
  return response.ok
    ? { ok: true, value }
    : toFailure({ status: response.status, retryAfter: response.headers.get("retry-after"), body: value });
}

/** Null for what is no JSON, such as a proxy's page. */
function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
