import { type ProofProblem, provePassword } from "@/server/domain/accounts/prove-password";
import type { PasswordOnlyInput } from "@/server/domain/accounts/schema";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Takes Google away as a way in for who types their password; who has none could not log in any more. */
export async function unlinkGoogle(
  actor: AccountActor,
  { password }: PasswordOnlyInput,
): Promise<{ ok: true } | { ok: false; reason: ProofProblem }> {
  const proof = await provePassword(actor, password);
  if (!proof.ok) return proof;
  await db.userIdentity.deleteMany({ where: { userId: proof.user.id } });
  return { ok: true };
}
