import { makeRecoveryCodes } from "@/server/domain/accounts/make-recovery-codes";
import { type ProofProblem, provePassword } from "@/server/domain/accounts/prove-password";
import type { PasswordOnlyInput } from "@/server/domain/accounts/schema";
import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

type Renewed = { ok: true; recoveryCodes: string[] } | { ok: false; reason: ProofProblem | "not_enabled" };

/** Replaces the recovery codes of who types their password; the old ones stop working. */
export async function renewRecoveryCodes(
  actor: AccountActor,
  { password }: PasswordOnlyInput,
): Promise<Renewed> {
  const proof = await provePassword(actor, password);
  if (!proof.ok) return proof;
  return transaction(async (tx) => {
    // Locked, so that codes made at the same time replace each other whole.
    await tx.$queryRaw`select id from users where id = ${actor.userId} for update`;
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    if (!user.totpEnabledAt) return { ok: false, reason: "not_enabled" };
    return { ok: true, recoveryCodes: await makeRecoveryCodes(tx, proof.user.id) };
  });
}
