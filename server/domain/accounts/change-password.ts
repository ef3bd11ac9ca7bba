import { hash } from "@node-rs/argon2";
import { passwordProblem } from "@/server/domain/accounts/password-problem";
import { type ProofProblem, provePassword } from "@/server/domain/accounts/prove-password";
import type { ChangePasswordInput, PasswordProblem } from "@/server/domain/accounts/schema";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import { endSessions } from "@/server/domain/sessions/end-sessions";
import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

type ChangeResult =
  | { ok: true; endedSessions: number }
  | { ok: false; reason: ProofProblem }
  | { ok: false; reason: "weak"; problem: PasswordProblem };

/** Changes the password of who knows the current one, and ends their other sign-ins. */
export async function changePassword(actor: AccountActor, input: ChangePasswordInput): Promise<ChangeResult> {
  const proof = await provePassword(actor, input.current);
  if (!proof.ok) return proof;
  const { user } = proof;
  const problem = passwordProblem(input.password, user);
  if (problem) return { ok: false, reason: "weak", problem };
  const passwordHash = await hash(input.password);
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: proof.passwordHash },
      data: { passwordHash },
    });
    // Changed by somebody else meanwhile: what was typed as current is it no more.
    if (count === 0) return { ok: false, reason: "wrong_password" };
    const endedSessions = await endSessions(tx, user.id, actor.sessionId);
    await writeToUser(tx, user, "passwordChanged");
    return { ok: true, endedSessions };
  });
}
