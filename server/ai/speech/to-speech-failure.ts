import type { SpeechFailure } from "@/server/ai/speech/speech";

/** What a request that got no answer tells of why. */
export function toSpeechFailure(error: unknown): SpeechFailure {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError")
    return { kind: "timeout", detail: "The speech service did not answer in time." };
  const cause = error instanceof Error ? error.cause : undefined;
  const why = cause instanceof Error && "code" in cause ? String(cause.code) : String(error);
  return { kind: "unreachable", detail: `The speech service cannot be reached: ${why}`.slice(0, 300) };
}

/** What a refusal, an answer beyond 2xx, says; `said` is its body. */
export function refusalOf(status: number, said: string): SpeechFailure {
  const detail = `The speech service answers ${status}: ${wordsOf(said)}`.slice(0, 300);
  if (status === 401 || status === 403) return { kind: "unauthorized", detail };
  if (status === 429) return { kind: "rate_limited", detail };
  if (status === 408 || status === 504) return { kind: "timeout", detail };
  if (status >= 500) return { kind: "server_error", detail };
  if (status === 400 || status === 413 || status === 415 || status === 422)
    return { kind: "unsupported", detail };
  return { kind: "bad_answer", detail };
}

/** The error's own words: OpenAI's `error.message`, Yandex's `error_message`, Google's `message`, else the beginning. */
function wordsOf(said: string): string {
  const found = /"(?:error_message|message|detail)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(said);
  return (found?.[1] ?? said).replaceAll(/\s+/g, " ").trim();
}
