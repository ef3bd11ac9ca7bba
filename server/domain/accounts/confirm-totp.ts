import { makeRecoveryCodes } from "@/server/domain/accounts/make-recovery-codes";
import type { TotpCodeInput } from "@/server/domain/accounts/schema";
import { stepOfCode, totpOf } from "@/server/domain/accounts/totp-of";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import type { AccountActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { unseal } from "@/server/lib/crypto";
import { transaction } from "@/server/lib/db";

type Confirmed =
  | { ok: true; recoveryCodes: string[] }
  | { ok: false; reason: "wrong_code" | "not_started" | "already_enabled" };

/** Switches two-factor login on once the app shows the right code; answers with recovery codes, shown this once. */
export async function confirmTotp(actor: AccountActor, { code }: TotpCodeInput): Promise<Confirmed> {
  const now = clock.now();
  return transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    if (user.totpEnabledAt) return { ok: false, reason: "already_enabled" };
    if (!user.totpSecret) return { ok: false, reason: "not_started" };
    const totp = totpOf(user.email, unseal(user.totpSecret, `user:${user.id}`));
    const step = stepOfCode(totp, code.replace(/\s/g, ""), now);
    if (step === null) return { ok: false, reason: "wrong_code" };
    const { count } = await tx.user.updateMany({
      where: { id: user.id, totpEnabledAt: null, totpSecret: user.totpSecret },
      data: { totpEnabledAt: now, totpLastStep: step },
    });
    if (count === 0) return { ok: false, reason: "already_enabled" };
    await writeToUser(tx, user, "totpEnabled");
    return { ok: true, recoveryCodes: await makeRecoveryCodes(tx, user.id) };
  });
}
