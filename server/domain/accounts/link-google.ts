import type { GoogleIdentity } from "@/server/domain/accounts/sign-in-with-google";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import { transaction } from "@/server/lib/db";

type Linked =
  | { ok: true }
  | { ok: false; reason: "demo_account" | "email_unverified" | "taken" | "has_another" };

/** Has a Google account sign in the user who is signed in now; theirs already, nothing changes. */
export async function linkGoogle(userId: number, identity: GoogleIdentity): Promise<Linked> {
  const { issuer, subject, email } = identity;
  return transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id = ${userId} for update`;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: { identities: true } });
    if (user.isDemo) return { ok: false, reason: "demo_account" };
    if (!identity.emailVerified) return { ok: false, reason: "email_unverified" };
    const own = user.identities.find((held) => held.issuer === issuer);
    if (own) return own.subject === subject ? { ok: true } : { ok: false, reason: "has_another" };
    const { count } = await tx.userIdentity.createMany({
      data: { issuer, subject, email, userId },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "taken" };
    await writeToUser(tx, user, "googleLinked", { google: email });
    return { ok: true };
  });
}
