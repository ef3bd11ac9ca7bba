import type { User as SessionUser } from "next-auth";
import { z } from "zod";
import type { User } from "@/prisma/generated/client";
import { clientAddress } from "@/server/auth/client-address";
import { demoAllowed } from "@/server/auth/demo-allowed";
import { forgive, rateLimit } from "@/server/auth/rate-limit";
import { checkPassword } from "@/server/domain/accounts/check-password";
import { findDemoUser } from "@/server/domain/accounts/find-demo-user";
import { openSession } from "@/server/domain/sessions/open-session";
import { AppError } from "@/server/lib/errors";

const credentialsSchema = z.union([
  z.object({ demo: z.literal("1") }),
  z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(256) }),
]);

/**
 * Opens a session for whoever the credentials name: e-mail and password, or `demo: "1"` for the demo's user where the
 * demo is allowed. Null when they name nobody. Throws an Error whose message is `rate_limited:<seconds>`, which is how
 * next-auth hands a reason to the page.
 */
export async function signIn(credentials: unknown, headers: Headers): Promise<SessionUser | null> {
  const input = credentialsSchema.safeParse(credentials);
  if (!input.success) return null;
  const ip = clientAddress(headers);
  try {
    const user = "demo" in input.data ? await demoUser(headers) : await knownUser(input.data, ip, headers);
    if (!user) return null;
    const sessionId = await openSession(user.id, { ip, userAgent: headers.get("user-agent") });
    return { id: String(user.id), sessionId };
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") {
      throw new Error(`rate_limited:${error.retryAfterSeconds ?? 60}`);
    }
    throw error;
  }
}

async function demoUser(headers: Headers): Promise<User | null> {
  return demoAllowed(headers) ? findDemoUser() : null;
}

async function knownUser(
  { email, password }: { email: string; password: string },
  ip: string,
  headers: Headers,
): Promise<User | null> {
  const account = `${email.trim().toLowerCase()}|${ip}`;
  await rateLimit("login-address", ip);
  await rateLimit("login", account);
  const user = await checkPassword(email, password);
  if (!user || (user.isDemo && !demoAllowed(headers))) return null;
  await forgive("login", account);
  return user;
}
