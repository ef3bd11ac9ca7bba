import { hash } from "@node-rs/argon2";
import { hashSecret } from "@/server/domain/accounts/hash-secret";
import { passwordProblem } from "@/server/domain/accounts/password-problem";
import type { PasswordProblem, ResetPasswordInput, TokenProblem } from "@/server/domain/accounts/schema";
import { takeToken } from "@/server/domain/accounts/take-token";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import { endSessions } from "@/server/domain/sessions/end-sessions";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

type ResetResult =
  | { ok: true; email: string }
  | { ok: false; reason: TokenProblem }
  | { ok: false; reason: "weak"; problem: PasswordProblem };

/**
 * Sets the password that the holder of a letter's link chose, and ends every sign-in. The letter proves the address, so
 * it counts as confirmed. A password that is refused leaves the link unspent.
 */
export async function resetPassword({ token, password }: ResetPasswordInput): Promise<ResetResult> {
  const found = await db.accountToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { user: true },
  });
  if (!found) return { ok: false, reason: "unknown" };
  const problem = passwordProblem(password, found.user);
  if (problem) return { ok: false, reason: "weak", problem };
  const passwordHash = await hash(password);
  return transaction(async (tx) => {
    const taken = await takeToken(tx, token, "reset_password");
    if (!taken.ok) return taken;
    const { user } = taken;
    const emailVerifiedAt = user.emailVerifiedAt ?? clock.now();
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, emailVerifiedAt } });
    await tx.accountToken.updateMany({
      where: { userId: user.id, usedAt: null },
      data: { usedAt: clock.now() },
    });
    await endSessions(tx, user.id, null);
    await writeToUser(tx, user, "passwordChanged");
    return { ok: true, email: user.email };
  });
}
