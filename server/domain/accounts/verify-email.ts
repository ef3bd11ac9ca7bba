import type { TokenInput, TokenProblem } from "@/server/domain/accounts/schema";
import { takeToken } from "@/server/domain/accounts/take-token";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/** Confirms the address that a letter's link was sent to; the account can be logged in to from then on. */
export async function verifyEmail({
  token,
}: TokenInput): Promise<{ ok: true; email: string } | { ok: false; reason: TokenProblem }> {
  return transaction(async (tx) => {
    const taken = await takeToken(tx, token, "verify_email");
    if (!taken.ok) return taken;
    const { id, email, emailVerifiedAt } = taken.user;
    if (!emailVerifiedAt) await tx.user.update({ where: { id }, data: { emailVerifiedAt: clock.now() } });
    return { ok: true, email };
  });
}
