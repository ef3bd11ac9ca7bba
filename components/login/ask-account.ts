import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/trpc/root";

/** The pages for strangers need no cache, only calls. */
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });

/** Why a call brought no answer. */
export type AskTrouble = { reason: "rate_limited"; minutes: number } | { reason: "bad_input" | "offline" };

/** Calls one of the account's procedures; what goes wrong on the way comes back as a reason for the page's words. */
export async function askAccount<T>(
  call: (account: typeof client.account) => Promise<T>,
): Promise<{ ok: true; answer: T } | { ok: false; trouble: AskTrouble }> {
  try {
    return { ok: true, answer: await call(client.account) };
  } catch (error) {
    const data = error instanceof TRPCClientError ? error.data : null;
    if (data?.reason === "rate_limited")
      return {
        ok: false,
        trouble: { reason: "rate_limited", minutes: Math.ceil((data.retryAfterSeconds ?? 60) / 60) },
      };
    return { ok: false, trouble: { reason: data?.reason === "bad_input" ? "bad_input" : "offline" } };
  }
}
