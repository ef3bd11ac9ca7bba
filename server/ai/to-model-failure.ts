import { APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { RefusedUrl } from "@/server/lib/safe-fetch";

export type ModelFailure = {
  kind:
    | "unauthorised"
    | "rate_limited"
    | "unreachable"
    | "private_address"
    | "redirected"
    | "not_found"
    | "timeout"
    | "server_error"
    | "unknown_model"
    | "bad_answer";
  /** One sentence in plain words for the owner; holds no key and no text of the endpoint. */
  detail: string;
  retryAfterSeconds?: number;
};

/** Puts whatever a model call threw into a ModelFailure; errors that are not the endpoint's are thrown on. */
export function toModelFailure(error: unknown): ModelFailure {
  if (
    error instanceof APIConnectionTimeoutError ||
    error instanceof APIUserAbortError ||
    isNamed(error, "TimeoutError", "AbortError")
  ) {
    return { kind: "timeout", detail: "The model did not answer in time." };
  }
  const refused = refusedUrl(error);
  if (refused) return refused;
  if (error instanceof APIError && typeof error.status === "number") return fromStatus(error, error.status);
  if (error instanceof APIError) {
    // A stream can carry an error object instead of a chunk, and a broken connection has no status.
    if (error.constructor === APIError) {
      return {
        kind: "server_error",
        detail: "The model broke off with an error in the middle of its answer.",
      };
    }
    return { kind: "unreachable", detail: `The model cannot be reached${networkCode(error)}.` };
  }
  if (error instanceof SyntaxError) {
    return {
      kind: "bad_answer",
      detail: "The address answers, but not in the form of an OpenAI-compatible API.",
    };
  }
  if (
    error instanceof TypeError &&
    (networkCode(error) !== "" || /terminated|fetch failed|network/i.test(error.message))
  ) {
    return { kind: "unreachable", detail: `The connection to the model broke${networkCode(error)}.` };
  }
  throw error;
}

function fromStatus(error: APIError, status: number): ModelFailure {
  const code = typeof error.code === "string" && /^[a-z_]{3,40}$/i.test(error.code) ? `, ${error.code}` : "";
  if (status === 401 || status === 403) {
    return { kind: "unauthorised", detail: `The model's endpoint refused the key (${status}).` };
  }
  if (status === 429) {
    const retryAfterSeconds = readRetryAfter(error.headers?.get("retry-after"));
    const detail =
      error.code === "insufficient_quota"
        ? "The quota of the model's account is used up (429)."
        : "The model's endpoint takes no more requests for now (429).";
    return retryAfterSeconds === undefined
      ? { kind: "rate_limited", detail }
      : { kind: "rate_limited", detail, retryAfterSeconds };
  }
  const aboutModel =
    /model_not_found|unknown_model|\bmodel\b[^.]{0,80}(not found|does not exist|not exist|unknown|invalid)|(unknown|invalid|no such) model/i;
  if ((status === 404 || status === 400) && aboutModel.test(`${error.code ?? ""} ${error.message}`)) {
    return { kind: "unknown_model", detail: `The endpoint does not know this model (${status}).` };
  }
  if (status === 404) {
    return { kind: "not_found", detail: "Nothing answers at this address (404): check the base URL." };
  }
  if (status >= 300 && status < 400) {
    return {
      kind: "redirected",
      detail: `The address redirects elsewhere (${status}), which is not followed: check the base URL.`,
    };
  }
  if (status === 408 || status === 504)
    return { kind: "timeout", detail: `The model did not answer in time (${status}).` };
  if (status >= 500)
    return { kind: "server_error", detail: `The model's endpoint has an error of its own (${status}).` };
  return { kind: "server_error", detail: `The model's endpoint refused the request (${status}${code}).` };
}

/** What safeFetch would not do, which the client wraps into a connection's failure. */
function refusedUrl(error: unknown): ModelFailure | null {
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    if (cause instanceof RefusedUrl) {
      const kind =
        cause.reason === "private_address"
          ? "private_address"
          : cause.reason === "too_large" || cause.reason === "encoded"
            ? "bad_answer"
            : "unreachable";
      return { kind, detail: cause.message };
    }
    cause = cause.cause;
  }
  return null;
}

/** RFC 9110 §10.2.3: seconds or an HTTP date. */
function readRetryAfter(value: string | null | undefined): number | undefined {
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function networkCode(error: Error): string {
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    const code: unknown = "code" in cause ? cause.code : undefined;
    if (typeof code === "string" && /^[A-Z][A-Z_0-9]{3,}$/.test(code)) return ` (${code})`;
    cause = cause.cause;
  }
  return "";
}

function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
