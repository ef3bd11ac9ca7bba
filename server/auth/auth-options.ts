import type { AuthOptions, User as SessionUser } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { admitGoogle } from "@/server/auth/admit-google";
import { authSecret } from "@/server/auth/auth-secret";
import { googleProvider } from "@/server/auth/google-provider";
import { SESSION_COOKIE } from "@/server/auth/session-cookie";
import { signIn } from "@/server/auth/sign-in";
import { SESSION_SECONDS } from "@/server/domain/sessions/open-session";
import { revokeSession } from "@/server/domain/sessions/revoke-session";
import { appUrl } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";

declare module "next-auth" {
  interface User {
    sessionId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

/** next-auth's settings for one request: a sign-in is a row, and the JWT carries no more than its id and the user's. */
export function authOptions(headers: Headers): AuthOptions {
  return {
    secret: authSecret("browser-session"),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    cookies: {
      sessionToken: {
        name: SESSION_COOKIE,
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: appUrl.startsWith("https:") },
      },
    },
    pages: { signIn: "/login", error: "/login" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {}, ticket: {}, demo: {} },
        authorize: (credentials) => signIn(credentials, headers),
      }),
      ...googleProvider(),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account?.provider === "google" ? admitted(user as SessionUser, profile, headers) : true,
      jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId } : token),
      session: ({ session }) => session,
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await revokeSession(token.sessionId);
      },
    },
    logger: {
      error: (code, metadata) => logger.error({ code, metadata }, "next-auth reports an error"),
      warn: (code) => logger.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

/** A surprise's own words stay here: next-auth would write them into the browser's address. */
function admitted(user: SessionUser, claims: unknown, headers: Headers): Promise<true | string> {
  return admitGoogle(user, claims, headers).catch((error: unknown) => {
    logger.error({ err: error }, "a Google sign-in failed");
    return "/login?error=google_failed";
  });
}
