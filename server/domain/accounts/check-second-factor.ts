import type { User } from "@/prisma/generated/client";
import { hashSecret } from "@/server/domain/accounts/hash-secret";
import { plainRecoveryCode } from "@/server/domain/accounts/make-recovery-codes";
import { stepOfCode, totpOf } from "@/server/domain/accounts/totp-of";
import { clock } from "@/server/lib/clock";
import { unseal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";

/** Whether a code of the user's app or one of their recovery codes is right; either is good once. */
export async function checkSecondFactor(user: User, typed: string): Promise<boolean> {
  const digits = typed.replace(/\s/g, "");
  return /^\d{6}$/.test(digits) ? spendTotp(user, digits) : spendRecoveryCode(user, typed);
}

async function spendTotp(user: User, code: string): Promise<boolean> {
  if (!user.totpSecret) return false;
  const totp = totpOf(user.email, unseal(user.totpSecret, `user:${user.id}`));
  const step = stepOfCode(totp, code, clock.now());
  if (step === null) return false;
  const { count } = await db.user.updateMany({
    where: { id: user.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function spendRecoveryCode(user: User, typed: string): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { userId: user.id, codeHash: hashSecret(plainRecoveryCode(typed)), usedAt: null },
    data: { usedAt: clock.now() },
  });
  return count === 1;
}
