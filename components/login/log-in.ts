import { signIn } from "next-auth/react";

const reasons = ["email_unverified", "totp_required", "totp_wrong", "ticket_expired"] as const;

export type LoginOutcome =
  | { ok: true }
  | {
      ok: false;
      reason: "wrong" | "rate_limited" | "offline" | (typeof reasons)[number];
      retryAfterSeconds?: number;
    };

/** Tries to sign in; what goes wrong comes back as a reason for the page to put into words. */
export async function logIn(credentials: Record<string, string>): Promise<LoginOutcome> {
  try {
    const answer = await signIn("credentials", { ...credentials, redirect: false });
    if (answer?.ok && !answer.error) return { ok: true };
    const known = reasons.find((reason) => reason === answer?.error);
    if (known) return { ok: false, reason: known };
    const limited = /^rate_limited:(\d+)$/.exec(answer?.error ?? "");
    if (limited) return { ok: false, reason: "rate_limited", retryAfterSeconds: Number(limited[1]) };
    const wrong = answer?.status === 401 && answer.error !== "unavailable";
    return { ok: false, reason: wrong ? "wrong" : "offline" };
  } catch {
    // next-auth's client throws when the server does not answer.
    return { ok: false, reason: "offline" };
  }
}
