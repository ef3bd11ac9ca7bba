import { type ProofProblem, provePassword } from "@/server/domain/accounts/prove-password";
import type { PasswordOnlyInput } from "@/server/domain/accounts/schema";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Switches two-factor login off for who types their password; the recovery codes go with it. */
export async function disableTotp(
  actor: AccountActor,
  { password }: PasswordOnlyInput,
): Promise<{ ok: true } | { ok: false; reason: ProofProblem }> {
  const proof = await provePassword(actor, password);
  if (!proof.ok) return proof;
  const { user } = proof;
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, totpEnabledAt: { not: null } },
      data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null },
    });
    await tx.recoveryCode.deleteMany({ where: { userId: user.id } });
    if (count > 0) await writeToUser(tx, user, "totpDisabled");
    return { ok: true };
  });
}
