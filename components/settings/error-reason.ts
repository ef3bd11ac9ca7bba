import { TRPCClientError } from "@trpc/client";

/** The stable reason of a refused call (`rate_limited`, `role`), or null when the server could not be asked. */
export function errorReason(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null;
  const { reason } = { ...(error.data as { reason?: unknown } | undefined) };
  return typeof reason === "string" ? reason : null;
}
