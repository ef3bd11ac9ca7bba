import { getToken } from "next-auth/jwt";
import { authSecret } from "@/server/auth/auth-secret";
import { demoAllowed } from "@/server/auth/demo-allowed";
import { parseCookies } from "@/server/auth/parse-cookies";
import { SESSION_COOKIE } from "@/server/auth/session-cookie";
import { type LiveAccount, liveAccount } from "@/server/domain/sessions/live-account";

/**
 * The signed-in person of a request, in a workspace or not, checked in the database each time so that a sign-in can be
 * revoked; else null. A demo user's cookie is worth nothing where the demo is not allowed.
 */
export async function accountSession(headers: Headers): Promise<LiveAccount | null> {
  const token = await getToken({
    // Only cookies: next-auth would take a customer's Bearer token for its own.
    req: { headers: {}, cookies: parseCookies(headers.get("cookie") ?? "") } as never,
    secret: authSecret("browser-session"),
    cookieName: SESSION_COOKIE,
  });
  const userId = Number(token?.sub);
  if (!token?.sessionId || !Number.isInteger(userId)) return null;
  const account = await liveAccount(token.sessionId, userId);
  if (account?.user.isDemo && !demoAllowed(headers)) return null;
  return account;
}
