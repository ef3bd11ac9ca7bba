/** What went wrong, in words that every transport can map to its own codes. */
export type AppErrorCode =
  | "bad_input"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "unavailable";

/**
 * A refusal that a person may read. `reason` is stable and machine-readable (`init_data_expired`), `message`
 * says it in plain English for clients that have no words of their own for the reason.
 */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    readonly reason: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = "AppError";
  }
}
