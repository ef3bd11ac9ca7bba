import type { User as SessionUser } from "next-auth";
import { z } from "zod";
import type { User } from "@/prisma/generated/client";
import { clientAddress } from "@/server/auth/client-address";
import { demoAllowed } from "@/server/auth/demo-allowed";
import { readGoogleTicket } from "@/server/auth/google-ticket";
import { limitKey } from "@/server/auth/limit-key";
import { forgive, rateLimit } from "@/server/auth/rate-limit";
import { checkPassword } from "@/server/domain/accounts/check-password";
import { checkSecondFactor } from "@/server/domain/accounts/check-second-factor";
import { findActiveUser } from "@/server/domain/accounts/find-active-user";
import { findDemoUser } from "@/server/domain/accounts/find-demo-user";
import { openSession } from "@/server/domain/sessions/open-session";
import { AppError } from "@/server/lib/errors";
import { logger } from "@/server/lib/logger";

const code = z.string().max(60).optional();
const credentialsSchema = z.union([
  z.object({ demo: z.literal("1") }),
  z.object({ ticket: z.string().min(1).max(2000), code }),
  z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(256), code }),
]);

/** Reasons that the page puts into words; next-auth hands on nothing but an Error's message. */
type Reason = "email_unverified" | "totp_required" | "totp_wrong" | "ticket_expired";

class SignInRefusal extends Error {}

function refuse(reason: Reason): never {
  throw new SignInRefusal(reason);
}

/**
 * Opens a session for whoever the credentials name: e-mail and password, `ticket` of a Google sign-in that lacks the
 * second factor, or `demo: "1"` for the demo's user where the demo is allowed. Null when they name nobody. Throws an
 * Error whose message is a Reason (after the right password only), `rate_limited:<seconds>` or, for every surprise,
 * `unavailable`: next-auth writes the message into the answer.
 */
export async function signIn(credentials: unknown, headers: Headers): Promise<SessionUser | null> {
  const input = credentialsSchema.safeParse(credentials);
  if (!input.success) return null;
  try {
    const user = await userOf(input.data, headers);
    if (!user) return null;
    const from = { ip: clientAddress(headers), userAgent: headers.get("user-agent") };
    return { id: String(user.id), sessionId: await openSession(user.id, from) };
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") {
      throw new SignInRefusal(`rate_limited:${error.retryAfterSeconds ?? 60}`);
    }
    if (error instanceof SignInRefusal) throw error;
    logger.error({ err: error }, "a sign-in failed");
    throw new SignInRefusal("unavailable");
  }
}

async function userOf(input: z.infer<typeof credentialsSchema>, headers: Headers): Promise<User | null> {
  if ("demo" in input) return demoAllowed(headers) ? findDemoUser() : null;
  if ("ticket" in input) {
    const userId = await readGoogleTicket(input.ticket);
    const user = userId === null ? null : await findActiveUser(userId);
    return user ? withSecondFactor(user, input.code) : refuse("ticket_expired");
  }
  const user = await knownUser(input, headers);
  if (!user || user.isDemo) return user;
  if (!user.emailVerifiedAt) refuse("email_unverified");
  return withSecondFactor(user, input.code);
}

async function withSecondFactor(user: User, typed: string | undefined): Promise<User> {
  if (!user.totpEnabledAt) return user;
  if (!typed?.trim()) refuse("totp_required");
  await rateLimit("second-factor", user.id);
  if (!(await checkSecondFactor(user, typed))) refuse("totp_wrong");
  await forgive("second-factor", String(user.id));
  return user;
}

async function knownUser(
  { email, password }: { email: string; password: string },
  headers: Headers,
): Promise<User | null> {
  const address = limitKey(clientAddress(headers));
  const account = email.trim().toLowerCase();
  await rateLimit("login-address", address);
  await rateLimit("login", `${account}|${address}`);
  await rateLimit("login-account", account);
  const user = await checkPassword(email, password);
  if (!user || (user.isDemo && !demoAllowed(headers))) return null;
  await forgive("login", `${account}|${address}`);
  await forgive("login-account", account);
  return user;
}
