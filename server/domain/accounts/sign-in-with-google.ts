import type { User } from "@/prisma/generated/client";
import { hasOpenInvitation } from "@/server/domain/accounts/has-open-invitation";
import { settleNewcomer } from "@/server/domain/accounts/settle-newcomer";
import type { RequestOrigin } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import type { Locale } from "@/server/lib/phrases";

/** What an OpenID server proved of somebody. */
export type GoogleIdentity = {
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
};

type SignedIn =
  | { ok: true; user: User }
  | { ok: false; reason: "email_unverified" | "not_linked" | "disabled" };

/**
 * The user whom a Google account signs in, made with a workspace of their own when its address is new. An address that
 * has an account already is not joined to it silently: its holder connects Google in Security.
 */
export async function signInWithGoogle(
  identity: GoogleIdentity,
  { from, locale, next }: { from: RequestOrigin; locale: Locale; next: string | undefined },
): Promise<SignedIn> {
  if (!identity.emailVerified) return { ok: false, reason: "email_unverified" };
  const email = identity.email.trim().toLowerCase();
  const { issuer, subject } = identity;
  const known = await db.userIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    include: { user: true },
  });
  if (known?.user.disabledAt) return { ok: false, reason: "disabled" };
  if (known) return { ok: true, user: known.user };
  const isInvited = await hasOpenInvitation(next, email);
  return transaction(async (tx) => {
    const name = identity.name.trim().slice(0, 100) || email;
    const { count } = await tx.user.createMany({
      data: { email, name, locale, emailVerifiedAt: clock.now() },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "not_linked" };
    const user = await tx.user.findUniqueOrThrow({ where: { email } });
    await tx.userIdentity.create({ data: { issuer, subject, email, userId: user.id } });
    await settleNewcomer(tx, user, from, { isInvited, hasSetupCode: false });
    return { ok: true, user };
  });
}
