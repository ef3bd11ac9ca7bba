import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { GoogleIdentity } from "@/server/domain/accounts/sign-in-with-google";
import { env } from "@/server/lib/env";

/** Claims of an ID token, see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  email: z.string().default(""),
  email_verified: z.boolean().default(false),
  name: z.string().default(""),
});

/** Whom a Google sign-in's ID token names; the library has checked its signature, audience, issuer and nonce. */
export function googleIdentity(claims: unknown): GoogleIdentity {
  const { iss, sub, email, email_verified, name } = claimsSchema.parse(claims);
  return { issuer: iss, subject: sub, email, emailVerified: email_verified, name };
}

/** next-auth's provider for GOOGLE_ISSUER with PKCE, state and nonce; none while GOOGLE_CLIENT_ID is unset. */
export function googleProvider(): OAuthConfig<unknown>[] {
  if (!env.GOOGLE_CLIENT_ID) return [];
  return [
    {
      id: "google",
      name: "Google",
      type: "oauth",
      wellKnown: `${env.GOOGLE_ISSUER}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      clientId: env.GOOGLE_CLIENT_ID,
      clientSecret: env.GOOGLE_CLIENT_SECRET,
      // The user's own id and session are put in by `admitGoogle`.
      profile: (claims) => ({ id: googleIdentity(claims).subject, sessionId: "" }),
    },
  ];
}
